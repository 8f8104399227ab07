#pragma once

#include <earlyhelp/date.hpp>
#include <earlyhelp/incident/incident.hpp>
#include <earlyhelp/indicators/recurrence.hpp>

#include <string>
#include <unordered_map>
#include <vector>

namespace earlyhelp {

/// Each victim and suspect of a feed as a family that is followed: their first incident is the index, whoever was the
/// victim of which. A feed without households has no other family.
///
/// Unit:   local days as written.
/// Source: SafeLives, definition of a repeat (the same victim and perpetrator).
class FollowedPairs {
 public:
  /// Incidents that are not domestic, and those that occurred after `cut_off`, are no events.
  explicit FollowedPairs(Date cut_off) noexcept : cut_off_{cut_off} {}

  /// In any order.
  void add(const Incident& incident);

  Date cut_off() const noexcept { return cut_off_; }
  /// In no particular order.
  std::vector<Followed> followed() const;

 private:
  Date cut_off_;
  std::unordered_map<std::string, std::vector<Date>> days_;  // by both ids, the lower first
};

}  // namespace earlyhelp
