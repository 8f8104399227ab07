#pragma once

#include <earlyhelp/enum_set.hpp>
#include <earlyhelp/id.hpp>
#include <earlyhelp/names.hpp>

#include <boost/optional/optional.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace earlyhelp {

/// A telephone number, an address, an account: the caller's reference to it, never the thing itself.
using ChannelId = Id<struct Channel>;

/// How somebody is spoken to, met or written to.
///
/// Source: the service's annual report 2020-21 (telephone, video, in school, an agreed safe place outdoors).
enum class ContactMode : std::uint8_t {
  phone,
  video,
  visit,
  at_school,
  outdoor_place,  ///< agreed beforehand as safe
  letter,
  text,
};

template <>
struct Names<ContactMode> {
  static constexpr std::array<std::string_view, 7> ids = {"phone",         "video",  "visit", "at_school",
                                                          "outdoor_place", "letter", "text"};
};

/// Whether what is sent this way stays behind for whoever finds it.
constexpr bool leaves_a_message(ContactMode mode) noexcept {
  return mode == ContactMode::letter || mode == ContactMode::text;
}

/// How an attempt ended. An attempt is not contact, however it ended.
enum class AttemptResult : std::uint8_t {
  no_answer,
  wrong_number,
  message_left,
  answered_by_another,  ///< the attempt ends, and nothing is said of its purpose
  not_safe_to_talk,
  declined,
};

template <>
struct Names<AttemptResult> {
  static constexpr std::array<std::string_view, 6> ids = {"no_answer",           "wrong_number",     "message_left",
                                                          "answered_by_another", "not_safe_to_talk", "declined"};
};

/// Somebody tried to reach a person of the family.
struct ContactAttempted {
  PersonId person;
  ContactMode mode;
  AttemptResult result;
  boost::optional<ChannelId> channel = {};  ///< none: face to face

  friend bool operator==(const ContactAttempted&, const ContactAttempted&) = default;
};

/// Both sides spoke: what the promise of contact is about.
struct ContactMade {
  PersonId person;
  ContactMode mode;
  boost::optional<ChannelId> channel = {};  ///< none: face to face

  friend bool operator==(const ContactMade&, const ContactMade&) = default;
};

/// What the person whom a channel reaches says of it.
enum class ChannelSafety : std::uint8_t { safe, unsafe };

template <>
struct Names<ChannelSafety> {
  static constexpr std::array<std::string_view, 2> ids = {"safe", "unsafe"};
};

/// A person said whether, when and how a channel may be used. Nobody else can say so; without it nothing is known.
struct ChannelConfirmed {
  PersonId person;  ///< whom it reaches, and who said so
  ChannelId channel;
  ChannelSafety safety;
  bool may_leave_message = false;
  std::uint16_t safe_from = 0;         ///< minutes after local midnight
  std::uint16_t safe_until = 24 * 60;  ///< minutes after local midnight; at it no more

  friend bool operator==(const ChannelConfirmed&, const ChannelConfirmed&) = default;
};

/// Somebody else uses a channel, or sees what is sent to it.
struct ChannelShared {
  ChannelId channel;
  PersonId with;

  friend bool operator==(const ChannelShared&, const ChannelShared&) = default;
};

}  // namespace earlyhelp
