#include "support/plain_cases.hpp"
#include "support/policy.hpp"

#include <earlyhelp/triage/fact.hpp>
#include <earlyhelp/triage/realisable.hpp>

#include <algorithm>
#include <stdexcept>

namespace earlyhelp::test {
namespace {

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

class PlainVerifier {
 public:
  PlainVerifier(const PolicyBook& book, const std::vector<PlainAxis>& axes, const Facts& quiet)
      : book_{book},
        policy_{policy_of(book)},
        axes_{axes},
        quiet_{quiet},
        dues_{policy_},
        cases_{cases_of(axes, quiet, policy_)} {
    found_.combinations = cases_.size();
    for (const auto& each : cases_) found_.cases += each.is_realisable ? 1 : 0;
    for (const auto id : Names<Property>::ids) found_.looked_at[std::string{id}] = found_.cases;
    for (const auto id : {"graver_never_lowers", "graver_never_delays"}) found_.looked_at[id] = 0;
  }

  PlainVerification run(const std::vector<Invariant>& invariants) {
    for (const auto& each : cases_) {
      if (each.is_realisable) look_at(each, invariants);
    }
    look_at_pairs();
    look_at_rules(book_, cases_, quiet_, found_);
    look_at_rows(book_, cases_, quiet_, found_);
    return found_;
  }

 private:
  void fail(Property property, const std::string& subject, const Facts& facts, bool is_as_known = true) {
    add(found_.failures[{std::string{to_string(property)}, subject}], facts, quiet_, is_as_known);
  }

  void look_at(const PlainCase& each, const std::vector<Invariant>& invariants) {
    const auto& facts = each.facts;
    const auto& decision = each.decision;
    const bool is_domestic = facts.definition != Definition::not_domestic;
    if (decision.known.reasons.empty()) fail(Property::no_gap, "reasons", facts);
    if (is_domestic && decision.known.route == Route::record_only) fail(Property::no_gap, "route", facts);
    const auto look_at_grade = [&](const std::string& who, boost::optional<RiskGrade> given) {
      if (std::min(decision.known.grade, decision.if_unknowns_yes.grade) >= given) return;
      fail(Property::people_never_lowered, who, facts, decision.known.grade < given);
    };
    look_at_grade("officer_grade", facts.officer_grade);
    look_at_grade("judgement", facts.judgement);
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
    for (const auto id : {"graver_never_lowers", "graver_never_delays"}) ++found_.looked_at[id];
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
      fail(Property::graver_never_lowers, subject, before, is_lower(second.known, first.known));
    }
    for (const auto& promise : promises()) look_at_promise(promise, first, second, before);
  }

  void look_at_promise(const NamedDuties& promise, const Decision& first, const Decision& second, const Facts& before) {
    const auto clocks_before = clocks_of(first, promise.duties, policy_);
    const auto clocks_after = clocks_of(second, promise.duties, policy_);
    if (clocks_before.empty()) return;
    if (clocks_after.empty()) return fail(Property::graver_never_delays, promise.id + ended, before);
    if (dues_.is_later(first, second, promise.duties)) return fail(Property::graver_never_delays, promise.id, before);
    if (is_plainly_in_time(clocks_before, clocks_after)) return;
    add(found_.undecided[promise.id], before, quiet_, true);
  }

  PolicyBook book_;
  Policy policy_;
  const std::vector<PlainAxis>& axes_;
  Facts quiet_;
  DueTable dues_;
  std::vector<PlainCase> cases_;
  PlainVerification found_;
};

PlainFailure plain(const Failure& failure, const Facts& quiet) {
  PlainFailure same{.cases = failure.cases};
  if (!failure.facts) return same;
  // The day of an example of moments is that of the moments.
  auto facts = *failure.facts;
  if (failure.starts) facts.reported_on = quiet.reported_on;
  same.departures = differing(facts, quiet).size();
  return same;
}

/// Behind the subject: what else than usual is said of it.
std::string way_of(Property property, const Failure& failure) {
  if (property == Property::graver_never_delays && !failure.starts) return ended;
  const bool is_of_telling = failure.sentence.find("to tell nobody") != std::string::npos;
  return property == Property::no_contradiction && is_of_telling ? told : "";
}

}  // namespace

PlainVerification plain_verify(const PolicyBook& book, const std::vector<PlainAxis>& axes, const Facts& quiet,
                               const std::vector<Invariant>& invariants) {
  return PlainVerifier{book, axes, quiet}.run(invariants);
}

std::vector<PlainCase> cases_of(const std::vector<PlainAxis>& axes, const Facts& quiet, const Policy& policy) {
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
  std::vector<PlainCase> cases;
  for (const auto& facts : all) cases.push_back({facts, triage(facts, policy), is_realisable(facts)});
  return cases;
}

bool is_lower(const Outcome& a, const Outcome& b) { return a.grade < b.grade || a.route < b.route; }

void add(PlainFailure& failure, const Facts& facts, const Facts& quiet, bool is_as_known) {
  ++failure.cases;
  if (is_as_known < failure.is_as_known) return;
  const auto departures = differing(facts, quiet).size();
  const bool is_better = is_as_known > failure.is_as_known;
  failure.departures = is_better ? departures : std::min(failure.departures, departures);
  failure.is_as_known = is_as_known;
}

PlainVerification plain(const Verification& found, const Facts& quiet) {
  PlainVerification same{.combinations = found.combinations,
                         .cases = found.cases,
                         .looked_at = {},
                         .failures = {},
                         .undecided = {},
                         .rules = {}};
  for (const auto& report : found.properties) {
    same.looked_at[std::string{to_string(report.property)}] = report.cases;
    for (const auto& failure : report.failures) {
      if (failure.subject == "truth") continue;
      const std::pair line{std::string{to_string(report.property)}, failure.subject + way_of(report.property, failure)};
      const auto [entry, is_new] = same.failures.emplace(line, plain(failure, quiet));
      if (!is_new) throw std::logic_error{line.first + ": " + line.second + ": two lines"};
    }
    for (const auto& failure : report.undecided) {
      const auto [entry, is_new] = same.undecided.emplace(failure.subject, plain(failure, quiet));
      if (!is_new || report.property != Property::graver_never_delays) throw std::logic_error{failure.sentence};
    }
  }
  for (const auto& rule : found.rules) {
    auto& entry = same.rules.emplace_back(PlainRule{rule.fires_in, rule.only_reason_in, rule.matters_in});
    if (rule.example) entry.departures = differing(*rule.example, quiet).size();
  }
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
