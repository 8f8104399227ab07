#include "support/plain_verify.hpp"

#include "support/make_calendar.hpp"
#include "support/policy.hpp"

#include <earlyhelp/triage/fact.hpp>
#include <earlyhelp/triage/realisable.hpp>
#include <earlyhelp/triage/signals.hpp>
#include <earlyhelp/triage/triage.hpp>

#include <algorithm>
#include <array>
#include <optional>

namespace earlyhelp::test {
namespace {

using Failures = std::map<std::pair<std::string, std::string>, PlainFailure>;
using Dues = std::array<std::optional<Instant>, count_of<Duty>>;

struct PlainCase {
  Facts facts;
  Decision decision;
  bool is_realisable;
};

struct NamedDuties {
  std::string id;
  Duties duties;
};

const std::vector<NamedDuties>& promises() {
  static const std::vector<NamedDuties> all{
      {"first_contact", {Duty::contact_family, Duty::contact_victim_safely, Duty::idva_offer}},
      {"mash", {Duty::mash_referral, Duty::mash_consideration}},
      {"idva_offer", {Duty::idva_offer}},
      {"marac_referral", {Duty::marac_referral}},
      {"victim_services_referral", {Duty::victim_services_referral}},
      {"child_support_offer", {Duty::child_support_offer}},
      {"notify_social_worker", {Duty::notify_social_worker}},
      {"notify_school", {Duty::notify_school}}};
  return all;
}

/// The due times of all duties, for reports through a week and some hours until attendance.
class DueTable {
 public:
  explicit DueTable(const Policy& policy) : policy_{policy}, calendar_{make_calendar()} {
    for (int hour = 0; hour < 24 * 8; hour += 3) {
      for (const int attended : {0, 1, 30}) {
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

  bool is_later(const Decision& before, const Decision& after, Duties duties) {
    const auto& dues_before = of(before);
    const auto& dues_after = of(after);
    for (std::size_t i = 0; i < starts_.size(); ++i) {
      const auto first = earliest(dues_before[i], duties);
      const auto second = earliest(dues_after[i], duties);
      if (first && (!second || *first < *second)) return true;
    }
    return false;
  }

 private:
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
};

bool is_lower(const Outcome& a, const Outcome& b) { return a.grade < b.grade || a.route < b.route; }

std::string id_of(const Rule& rule) { return std::string{rule.id.view()}; }

class PlainVerifier {
 public:
  PlainVerifier(const PolicyBook& book, const std::vector<PlainAxis>& axes, const Facts& quiet)
      : book_{book}, policy_{policy_of(book)}, axes_{axes}, quiet_{quiet}, dues_{policy_} {
    std::vector<Facts> all{quiet};
    for (const auto& axis : axes) {
      std::vector<Facts> wider;
      for (const auto& facts : all) {
        for (const auto& value : axis.values) {
          wider.push_back(facts);
          value(wider.back());
        }
      }
      all = std::move(wider);
    }
    for (const auto& facts : all) {
      cases_.push_back({facts, triage(facts, policy_), is_realisable(facts)});
    }
    found_.combinations = cases_.size();
    for (const auto& each : cases_) found_.cases += each.is_realisable ? 1U : 0U;
  }

  PlainVerification run(const std::vector<Invariant>& invariants) {
    for (const auto& each : cases_) {
      if (each.is_realisable) look_at(each, invariants);
    }
    look_at_pairs();
    look_at_rules();
    look_at_rows();
    return found_;
  }

 private:
  void fail(Property property, const std::string& subject, const Facts& facts) {
    auto& failure = found_.failures[{std::string{to_string(property)}, subject}];
    ++failure.cases;
    failure.departures = std::min(failure.departures, differing(facts, quiet_).size());
  }

  void look_at(const PlainCase& each, const std::vector<Invariant>& invariants) {
    const auto& [facts, decision, _] = each;
    const bool is_domestic = facts.definition != Definition::not_domestic;
    if (decision.known.reasons.empty()) fail(Property::no_gap, "reasons", facts);
    if (is_domestic && decision.known.route == Route::record_only) fail(Property::no_gap, "route", facts);
    const auto lowest = std::min(decision.known.grade, decision.if_unknowns_yes.grade);
    if (lowest < facts.officer_grade) fail(Property::people_never_lowered, "officer_grade", facts);
    if (lowest < facts.judgement) fail(Property::people_never_lowered, "judgement", facts);
    if (is_lower(decision.if_unknowns_yes, decision.known)) fail(Property::unknowns_are_bounded, "known", facts);
    for (const auto& invariant : invariants) {
      if (!invariant.holds(facts, decision)) fail(Property::invariants_hold, invariant.id, facts);
    }
  }

  /// Every case beside each that has one more rise of one axis.
  void look_at_pairs() {
    std::size_t stride = cases_.size();
    for (const auto& axis : axes_) {
      stride /= axis.values.size();
      for (std::size_t i = 0; i < cases_.size(); ++i) {
        for (const auto& rise : axis.rises) {
          if (i / stride % axis.values.size() != rise.from) continue;
          const auto& before = cases_[i];
          const auto& after = cases_[i + (rise.to - rise.from) * stride];
          if (before.is_realisable && after.is_realisable) look_at_pair(before, after, rise);
        }
      }
    }
  }

  void look_at_pair(const PlainCase& lesser, const PlainCase& graver, const PlainRise& rise) {
    ++found_.pairs;
    const auto& first = lesser.decision;
    const auto& second = graver.decision;
    auto before = lesser.facts;
    auto after = lesser.facts;
    rise.before(before);
    rise.after(after);
    if (is_lower(second.known, first.known) || is_lower(second.if_unknowns_yes, first.if_unknowns_yes)) {
      std::string subject;
      for (const auto fact : differing(before, after)) {
        subject += (subject.empty() ? "" : ";") + std::string{to_string(fact)};
      }
      fail(Property::graver_never_lowers, subject, before);
    }
    for (const auto& promise : promises()) {
      if (dues_.is_later(first, second, promise.duties)) fail(Property::graver_never_delays, promise.id, before);
    }
  }

  void look_at_rules() {
    for (std::size_t i = 0; i < book_.rules.size(); ++i) {
      auto without = book_;
      without.rules.erase(without.rules.begin() + static_cast<std::ptrdiff_t>(i));
      const auto policy = without.rules.empty() ? boost::none : policy_on(without, Date{2026, 1, 5});
      auto dues = policy ? std::optional<DueTable>{*policy} : std::nullopt;
      auto& rule = found_.rules.emplace_back();
      std::optional<Facts> smallest;
      for (const auto& [facts, decision, is_realisable] : cases_) {
        if (!is_realisable) continue;
        const bool fires = decision.known.reasons.contains(static_cast<RuleIndex>(i));
        rule.fires_in += fires ? 1U : 0U;
        rule.only_reason_in += fires && decision.known.reasons.size() == 1 ? 1U : 0U;
        if (fires && (!smallest || differing(facts, quiet_).size() < differing(*smallest, quiet_).size())) {
          smallest = facts;
        }
        if (!policy) {
          const auto& [grade, route, duties, reasons] = decision.known;
          rule.matters_in += grade || route != Route::record_only || !duties.empty() ? 1U : 0U;
          continue;
        }
        const auto other = triage(facts, *policy);
        rule.matters_in += decision.known.grade != other.known.grade || decision.known.route != other.known.route ||
                                   dues_.of(decision) != dues->of(other)
                               ? 1U
                               : 0U;
      }
      const auto id = id_of(book_.rules[i]);
      if (rule.fires_in == 0) found_.failures[{"rules_can_fire", id}] = {found_.cases, 1000};
      if (rule.fires_in > 0 && rule.only_reason_in == 0 && rule.matters_in == 0) {
        found_.failures[{"rules_matter", id}] = {rule.fires_in, differing(*smallest, quiet_).size()};
      }
    }
  }

  bool holds(const Condition& condition, EnumSet<Signal> signals) {
    bool all = true;
    condition.for_each_clause([&](std::span<const Literal> clause) {
      all = all && std::any_of(clause.begin(), clause.end(), [&](const Literal& literal) {
              return signals.contains(literal.signal) != literal.is_negated;
            });
    });
    return all;
  }

  bool opens(const Rule& rule, Duty duty, const Facts& facts) {
    return std::any_of(rule.duties.begin(), rule.duties.end(), [&](const DutyClause& clause) {
      return clause.duties.contains(duty) && holds(clause.only_when, signals_of(facts, policy_));
    });
  }

  void look_at_rows() {
    const auto& rules = book_.rules;
    for (std::size_t a = 0; a < rules.size(); ++a) {
      for (std::size_t b = 0; b < rules.size(); ++b) {
        const auto subject = a == b ? id_of(rules[a]) : id_of(rules[a]) + " and " + id_of(rules[b]);
        bool fire_together = true;
        for (const auto& [facts, decision, is_realisable] : cases_) {
          if (!is_realisable) continue;
          const bool first = decision.known.reasons.contains(static_cast<RuleIndex>(a));
          const bool second = decision.known.reasons.contains(static_cast<RuleIndex>(b));
          fire_together = fire_together && first == second;
          if (first && second && opens(rules[a], Duty::contact_family, facts) &&
              opens(rules[b], Duty::contact_victim_safely, facts)) {
            fail(Property::no_contradiction, subject, facts);
          }
        }
        if (a >= b || !fire_together) continue;
        const auto& x = rules[a];
        const auto& y = rules[b];
        const bool routes = x.route_at_least != Route::record_only && y.route_at_least != Route::record_only &&
                            x.route_at_least != y.route_at_least;
        const bool grades = x.grade_at_least && y.grade_at_least && x.grade_at_least != y.grade_at_least;
        for (const auto& [facts, decision, is_realisable] : cases_) {
          if (!is_realisable || !decision.known.reasons.contains(static_cast<RuleIndex>(a))) continue;
          if (routes || grades) fail(Property::no_contradiction, subject, facts);
        }
      }
    }
  }

  PolicyBook book_;
  Policy policy_;
  const std::vector<PlainAxis>& axes_;
  Facts quiet_;
  DueTable dues_;
  std::vector<PlainCase> cases_;
  PlainVerification found_;
};

}  // namespace

PlainVerification plain_verify(const PolicyBook& book, const std::vector<PlainAxis>& axes, const Facts& quiet,
                               const std::vector<Invariant>& invariants) {
  return PlainVerifier{book, axes, quiet}.run(invariants);
}

PlainVerification plain(const Verification& found, const Facts& quiet) {
  PlainVerification same{.combinations = found.combinations,
                         .cases = found.cases,
                         .pairs = found.of(Property::graver_never_lowers).cases,
                         .failures = {},
                         .rules = {}};
  for (const auto& report : found.properties) {
    for (const auto& failure : report.failures) {
      auto& entry = same.failures[{std::string{to_string(report.property)}, failure.subject}];
      entry.cases += failure.cases;
      if (failure.facts) {
        // The day of an example of moments is that of the moments.
        auto facts = *failure.facts;
        if (failure.starts) facts.reported_on = quiet.reported_on;
        entry.departures = std::min(entry.departures, differing(facts, quiet).size());
      }
    }
  }
  for (const auto& rule : found.rules) same.rules.push_back({rule.fires_in, rule.only_reason_in, rule.matters_in});
  return same;
}

PlainAxis axis_of(const std::vector<Change>& values, const Facts& quiet) {
  PlainAxis axis{.values = values, .rises = {}};
  for (std::size_t from = 0; from < values.size(); ++from) {
    for (std::size_t to = 0; to < values.size(); ++to) {
      auto before = quiet;
      auto after = quiet;
      values[from](before);
      values[to](after);
      if (is_graver(after, before)) axis.rises.push_back({from, to, values[from], values[to]});
    }
  }
  return axis;
}

}  // namespace earlyhelp::test
