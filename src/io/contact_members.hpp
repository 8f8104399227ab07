#pragma once

#include "listed_record.hpp"

#include <earlyhelp/casework/contact.hpp>
#include <earlyhelp/casework/lifecycle.hpp>
#include <earlyhelp/casework/referral.hpp>

#include <tuple>

// What a case log has of events by which a case goes on, and of contact.
namespace earlyhelp::io {

template <>
struct Members<Referred> {
  static constexpr std::tuple all{member("source", &Referred::source), member("incident", &Referred::incident)};
};
template <>
struct Members<Allocated> {
  static constexpr std::tuple all{member("worker", &Allocated::worker), member("person", &Allocated::person)};
};
template <>
struct Members<AllocationEnded> {
  static constexpr std::tuple all{member("worker", &AllocationEnded::worker),
                                  member("person", &AllocationEnded::person)};
};
template <>
struct Members<SeparationWaived> {
  static constexpr std::tuple all{member("worker", &SeparationWaived::worker),
                                  member("manager", &SeparationWaived::manager),
                                  member("reason", &SeparationWaived::reason)};
};
constexpr int last_minute = 24 * 60 - 1;
template <>
struct Members<ChannelConfirmed> {
  static constexpr std::tuple all{member("person", &ChannelConfirmed::person),
                                  member("channel", &ChannelConfirmed::channel),
                                  member("safety", &ChannelConfirmed::safety),
                                  member("may_leave_message", &ChannelConfirmed::may_leave_message),
                                  time_of_day_member("safe_from", &ChannelConfirmed::safe_from, last_minute),
                                  time_of_day_member("safe_until", &ChannelConfirmed::safe_until, last_minute + 1)};
};
template <>
struct Members<ChannelShared> {
  static constexpr std::tuple all{member("channel", &ChannelShared::channel), member("with", &ChannelShared::with)};
};
template <>
struct Members<MustNotReceive> {
  static constexpr std::tuple all{member("recipient", &MustNotReceive::recipient),
                                  member("reason", &MustNotReceive::reason)};
};
template <>
struct Members<ContactAttempted> {
  static constexpr std::tuple all{member("person", &ContactAttempted::person), member("mode", &ContactAttempted::mode),
                                  member("result", &ContactAttempted::result),
                                  member("channel", &ContactAttempted::channel)};
};
template <>
struct Members<ContactMade> {
  static constexpr std::tuple all{member("person", &ContactMade::person), member("mode", &ContactMade::mode),
                                  member("channel", &ContactMade::channel)};
};
template <>
struct Members<ReferredOn> {
  static constexpr std::tuple all{member("referral", &ReferredOn::referral), member("person", &ReferredOn::person),
                                  member("service", &ReferredOn::service), member("state", &ReferredOn::state)};
};
template <>
struct Members<Closed> {
  static constexpr std::tuple all{member("reason", &Closed::reason)};
};
template <>
struct Members<Reopened> {
  static constexpr std::tuple all{member("incident", &Reopened::incident)};
};
template <>
struct Members<Withdrawn> {
  static constexpr std::tuple all{member("event", &Withdrawn::event), member("reason", &Withdrawn::reason)};
};

}  // namespace earlyhelp::io
