#pragma once

#include "support/make_calendar.hpp"
#include "support/plain_verify.hpp"

#include <earlyhelp/triage/due_times.hpp>
#include <earlyhelp/triage/triage.hpp>

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

namespace earlyhelp::test {

/// One combination of the values of all axes.
struct PlainCase {
  Facts facts;
  Decision decision;
  bool is_realisable;
};

/// Every combination, the last axis varying fastest.
std::vector<PlainCase> cases_of(const std::vector<PlainAxis>& axes, const Facts& quiet, const Policy& policy);

/// Whether grade or route of `a` are below those of `b`.
bool is_lower(const Outcome& a, const Outcome& b);

/// Counts one more case, `facts`, that fails. One that fails as known is a better example than one that does not.
void add(PlainFailure& failure, const Facts& facts, const Facts& quiet, bool is_as_known = true);

/// By which clocks a promise that any of `duties` keeps is due.
std::vector<DutyClock> clocks_of(const Decision& decision, Duties duties, const Policy& policy);

/// Whether whatever is due by `after` is plainly never due later than by `before`: for every clock of before there is
/// one that starts no later, and leaves as few of the same hours, or no more hours than must pass by the other.
bool is_plainly_in_time(const std::vector<DutyClock>& before, const std::vector<DutyClock>& after);

/// What each rule does, and what the rows do to each other.
void look_at_rules(const PolicyBook& book, const std::vector<PlainCase>& cases, const Facts& quiet,
                   PlainVerification& found);
void look_at_rows(const PolicyBook& book, const std::vector<PlainCase>& cases, const Facts& quiet,
                  PlainVerification& found);

using Dues = std::array<std::optional<Instant>, count_of<Duty>>;

/// The due times of all duties, for reports through a week and some hours until attendance.
class DueTable {
 public:
  explicit DueTable(const Policy& policy) : policy_{policy}, calendar_{make_calendar()} {
    for (int hour = 0; hour < 24 * 8; hour += 6) {
      for (const int attended : {0, 30}) {
        const auto report = Instant{Date{2026, 1, 5}, make_time(hour)};
        starts_.push_back({.reported_at = report, .attended_at = add_hours(report, attended)});
      }
    }
  }

  const std::vector<Dues>& of(const Decision& decision) {
    auto& dues = known_[{decision.known.duties.bits(), decision.known.reasons.bits()}];
    if (!dues.empty()) return dues;
    for (const auto& starts : starts_) {
      const auto times = due_times(decision, starts, policy_, calendar_);
      auto& due = dues.emplace_back();
      for (const auto duty : times.duties) due[static_cast<std::size_t>(duty)] = times[duty].value();
    }
    return dues;
  }

  /// Those of one duty.
  std::vector<std::optional<Instant>> times(const Decision& decision, Duty duty) {
    std::vector<std::optional<Instant>> times;
    for (const auto& dues : of(decision)) times.push_back(dues[static_cast<std::size_t>(duty)]);
    return times;
  }

  bool is_later(const Decision& before, const Decision& after, Duties duties) {
    const auto& dues_before = of(before);
    const auto& dues_after = of(after);
    const auto [place, is_new] = later_.try_emplace({&dues_before, &dues_after, duties.bits()});
    if (is_new) place->second = is_later(dues_before, dues_after, duties);
    return place->second;
  }

 private:
  bool is_later(const std::vector<Dues>& dues_before, const std::vector<Dues>& dues_after, Duties duties) const {
    for (std::size_t i = 0; i < starts_.size(); ++i) {
      const auto first = earliest(dues_before[i], duties);
      const auto second = earliest(dues_after[i], duties);
      if (first && (!second || *first < *second)) return true;
    }
    return false;
  }
  static std::optional<Instant> earliest(const Dues& dues, Duties duties) {
    std::optional<Instant> earliest;
    for (const auto duty : duties) {
      const auto& due = dues[static_cast<std::size_t>(duty)];
      if (due && (!earliest || *due < *earliest)) earliest = due;
    }
    return earliest;
  }

  const Policy& policy_;
  Calendar calendar_;
  std::vector<ClockStarts> starts_;
  std::map<std::pair<std::uint64_t, std::uint64_t>, std::vector<Dues>> known_;
  std::map<std::tuple<const void*, const void*, std::uint64_t>, bool> later_;
};

}  // namespace earlyhelp::test
