#pragma once

#include <earlyhelp/id.hpp>
#include <earlyhelp/names.hpp>

#include <boost/optional/optional.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace earlyhelp {

/// Where a family comes from.
///
/// Source: the service's annual report 2020-21 (daily review of police incidents, schools, other agencies).
enum class ReferralSource : std::uint8_t { police, school, health, childrens_services, self, other };

template <>
struct Names<ReferralSource> {
  static constexpr std::array<std::string_view, 6> ids = {"police", "school", "health", "childrens_services",
                                                          "self",   "other"};
};

/// A family comes to the service.
struct Referred {
  ReferralSource source;
  boost::optional<IncidentId> incident = {};  ///< none: there was none, as when a school refers

  friend bool operator==(const Referred&, const Referred&) = default;
};

/// Whom a person of the family is referred on to.
enum class Service : std::uint8_t {
  victim_services,
  idva,
  marac,
  mash,
  specialist_service,
  mental_health,
  substance_misuse,
  perpetrator_programme,
  early_help_assessment,
  other,
};

template <>
struct Names<Service> {
  static constexpr std::array<std::string_view, 10> ids = {"victim_services",
                                                           "idva",
                                                           "marac",
                                                           "mash",
                                                           "specialist_service",
                                                           "mental_health",
                                                           "substance_misuse",
                                                           "perpetrator_programme",
                                                           "early_help_assessment",
                                                           "other"};
};

/// Whether a referral to `service` protects somebody and so does not wait for consent.
///
/// Source: library default; statutory guidance on sharing information to safeguard (not verified).
constexpr bool is_safeguarding(Service service) noexcept {
  return service == Service::mash || service == Service::marac;
}

/// How far a referral on has come.
enum class OnwardState : std::uint8_t {
  made,
  accepted,
  refused,   ///< by the service
  declined,  ///< by the person
  engaged,
  completed,
  ended_early,
};

template <>
struct Names<OnwardState> {
  static constexpr std::array<std::string_view, 7> ids = {"made",    "accepted",  "refused",    "declined",
                                                          "engaged", "completed", "ended_early"};
};

/// The identity of one referral on.
using OnwardReferralId = Id<struct OnwardReferral>;

/// A person is referred on, or that referral comes to its next state.
struct ReferredOn {
  OnwardReferralId referral;
  PersonId person;
  Service service;
  OnwardState state;

  friend bool operator==(const ReferredOn&, const ReferredOn&) = default;
};

/// Whether a referral on may come from `from` to `to`: made, then accepted, refused or declined; accepted, then
/// engaged or declined; engaged, then completed or ended early.
bool may_follow(OnwardState from, OnwardState to) noexcept;

}  // namespace earlyhelp
