#include "triage/signals.hpp"

namespace earlyhelp {
namespace {

constexpr Readings every = ~Readings{0};

constexpr Readings broadcast(bool answer) noexcept { return answer ? every : Readings{0}; }

/// `answer` in every reading, and a yes in those in which `unknown` is one, when it is an unknown of the incident.
constexpr Readings read(bool answer, Unknown unknown, EnumSet<Unknown> unknowns) noexcept {
  return broadcast(answer) | (unknowns.contains(unknown) ? yes_in(unknown) : Readings{0});
}

constexpr unsigned first_finding = static_cast<unsigned>(Unknown::injury);

constexpr Unknown unknown_of(Finding finding) noexcept {
  return static_cast<Unknown>(first_finding + static_cast<unsigned>(finding));
}
static_assert(unknown_of(Finding::party_under_18) == Unknown::party_under_18);

class Signals {
 public:
  Signals(const Facts& facts, const Thresholds& thresholds, EnumSet<Unknown> unknowns) noexcept
      : facts_{facts}, thresholds_{thresholds}, unknowns_{unknowns} {}

  Planes<Readings> read_all() noexcept {
    read_findings();
    read_definition();
    read_grades();
    read_checklist();
    read_history();
    read_children();
    return planes_;
  }

 private:
  Readings& operator[](Signal signal) noexcept { return planes_[static_cast<std::size_t>(signal)]; }

  void read_findings() noexcept {
    const auto yes = facts_.findings.yes().bits();
    const auto unknown = unknowns_.bits() >> first_finding;
    for (unsigned i = 0; i < count_of<Finding>; ++i) {
      const auto is_yes = static_cast<Readings>(yes >> i) & 1U;
      const auto is_unknown = static_cast<Readings>(unknown >> i) & 1U;
      planes_[i] = (0U - is_yes) | ((0U - is_unknown) & (all_yes | (Readings{4} << (first_finding + i))));
    }
    // Whoever might be in danger from the family is contacted as if they were.
    (*this)[Signal::honour_possible] = broadcast(facts_.findings[Finding::honour_or_forced_marriage] != Answer::no);
  }

  void read_definition() noexcept {
    (*this)[Signal::domestic] = broadcast(facts_.definition != Definition::not_domestic);
    (*this)[Signal::family_conflict] = broadcast(facts_.definition == Definition::family_conflict);
    (*this)[Signal::party_under_16] = broadcast(facts_.definition == Definition::party_under_16);
    (*this)[Signal::definition_undetermined] = broadcast(facts_.definition == Definition::undetermined);
  }

  /// An incident that nobody graded is read as graded high by the officer.
  void read_grades() noexcept {
    const auto level = [](boost::optional<RiskGrade> grade) { return grade ? static_cast<int>(*grade) : -1; };
    const auto officer = level(facts_.officer_grade);
    const auto judged = level(facts_.judgement);
    constexpr int medium = static_cast<int>(RiskGrade::medium);
    (*this)[Signal::officer_graded] = read(officer >= 0, Unknown::officer_grade, unknowns_);
    (*this)[Signal::officer_medium_or_above] = read(officer >= medium, Unknown::officer_grade, unknowns_);
    (*this)[Signal::officer_high] = read(officer > medium, Unknown::officer_grade, unknowns_);
    (*this)[Signal::judged] = broadcast(judged >= 0);
    (*this)[Signal::judged_medium_or_above] = broadcast(judged >= medium);
    (*this)[Signal::judged_high] = broadcast(judged > medium);
  }

  /// Unanswered items are read as yes. No checklist, and an unfinished one without a threshold, are read as at it.
  void read_checklist() noexcept {
    const auto& checklist = facts_.checklist;
    const auto threshold = checklist.instrument
                               ? thresholds_.visible_high_risk[static_cast<std::size_t>(*checklist.instrument)]
                               : boost::none;
    const auto most = std::int64_t{checklist.yes_count} + checklist.unanswered_count;
    const bool reaches = threshold && checklist.yes_count >= *threshold;
    const bool may_reach = threshold && !reaches && most >= *threshold;
    const bool reaches_at_most = threshold ? most >= *threshold : true;
    const auto filled_in = unknowns_.contains(Unknown::checklist) ? yes_in(Unknown::checklist) : Readings{0};
    (*this)[Signal::checklist_at_threshold] = broadcast(reaches) | (broadcast(reaches_at_most) & filled_in);
    (*this)[Signal::checklist_may_reach_threshold] = broadcast(may_reach) & ~filled_in;
  }

  void read_history() noexcept {
    const auto& history = facts_.history;
    const auto ask = [this](bool answer) { return read(answer, Unknown::history, unknowns_); };
    (*this)[Signal::repeated_event] = ask(history.events_in_window > 1);
    (*this)[Signal::events_at_escalation] = ask(history.events_in_window >= thresholds_.escalation_events);
    (*this)[Signal::events_at_cumulative] = ask(history.events_in_window >= thresholds_.cumulative_child_events);
    (*this)[Signal::marac_referral_in_window] = ask(history.marac_referral_in_window);
    (*this)[Signal::victims_at_serial] =
        ask(std::int64_t{history.suspect_other_victims} + 1 >= thresholds_.serial_victims);
  }

  void read_children() noexcept {
    const auto& children = facts_.children;
    const auto ask = [this](bool answer) { return read(answer, Unknown::children, unknowns_); };
    (*this)[Signal::child_linked] = ask(children.linked > 0);
    (*this)[Signal::school_age_child] = ask(children.of_school_age > 0);
    (*this)[Signal::young_child] =
        ask(children.youngest_age_years && *children.youngest_age_years < thresholds_.young_child_under_years);
    (*this)[Signal::school_notification_in_force] =
        broadcast(facts_.reported_on >= thresholds_.school_notification_from);
  }

  const Facts& facts_;
  const Thresholds& thresholds_;
  EnumSet<Unknown> unknowns_;
  Planes<Readings> planes_ = {};
};

}  // namespace

EnumSet<Unknown> unknowns_of(const Facts& facts) noexcept {
  EnumSet<Unknown> unknowns = EnumSet<Unknown>::of_bits(facts.findings.unknown().bits() << first_finding);
  if (!facts.history.known) unknowns.insert(Unknown::history);
  if (facts.definition == Definition::not_domestic) {
    return unknowns & EnumSet{Unknown::order_breached, Unknown::child_harmed_or_threatened, Unknown::history};
  }
  if (facts.definition == Definition::undetermined) unknowns.insert(Unknown::definition);
  if (!facts.officer_grade && !facts.judgement) unknowns.insert(Unknown::officer_grade);
  if (!facts.checklist.instrument || facts.checklist.unanswered_count > 0) unknowns.insert(Unknown::checklist);
  if (!facts.children.known) unknowns.insert(Unknown::children);
  return unknowns;
}

Planes<Readings> read_signals(const Facts& facts, const Thresholds& thresholds, EnumSet<Unknown> unknowns) noexcept {
  return Signals{facts, thresholds, unknowns}.read_all();
}

}  // namespace earlyhelp
