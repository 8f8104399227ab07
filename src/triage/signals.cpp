#include "triage/signals.hpp"

#include <limits>

namespace earlyhelp {
namespace {

using enum Signal;

// Which facts an incident has is not to be predicted, so what follows is arithmetic and has few branches.

constexpr std::uint64_t bits_of() noexcept { return 0; }
template <class... Bool>
constexpr std::uint64_t bits_of(bool first, Bool... others) noexcept {
  return 2 * bits_of(others...) + std::uint64_t{first};
}

/// Of the values from `first` on those that hold.
template <class Enum, class... Bool>
constexpr EnumSet<Enum> from(Enum first, Bool... holds) noexcept {
  return EnumSet<Enum>::of_bits(bits_of(holds...) << static_cast<unsigned>(first));
}

constexpr auto defined = [] {
  std::array<EnumSet<Signal>, count_of<Definition>> signals = {};
  for (const auto definition : values_of<Definition>) {
    signals[static_cast<std::size_t>(definition)] = signals_of(definition);
  }
  return signals;
}();

EnumSet<Signal> findings(const Findings& findings) noexcept {
  // Whoever might be in danger from the family is contacted as if they were.
  const auto yes_or_unknown = findings.yes() | findings.unknown();
  return EnumSet<Signal>::of_bits(findings.yes().bits()) |
         from(honour_possible, yes_or_unknown.contains(Finding::honour_or_forced_marriage));
}

/// Whether there is a grade, whether it is medium or above, whether it is high.
EnumSet<Signal> levels(Signal first, boost::optional<RiskGrade> grade) noexcept {
  const auto level = unsigned{grade.has_value()} + static_cast<unsigned>(grade.value_or(RiskGrade::standard));
  return EnumSet<Signal>::of_bits(((std::uint64_t{1} << (level & 3U)) - 1) << static_cast<unsigned>(first));
}

EnumSet<Signal> numbers(const Facts& facts, const Thresholds& thresholds) noexcept {
  const auto events = facts.history.events_in_window;
  const auto& children = facts.children;
  const bool has_youngest = children.youngest_age_years.has_value();
  const bool is_young = children.youngest_age_years.value_or(0) < thresholds.young_child_under_years;
  return from(repeated_event, events > 1, events >= thresholds.escalation_events,
              events >= thresholds.cumulative_child_events, facts.history.marac_referral_in_window,
              facts.history.suspect_other_victims >= thresholds.serial_victims - 1, children.linked > 0,
              children.of_school_age > 0, has_youngest & is_young,
              facts.reported_on >= thresholds.school_notification_from);
}

/// What is unknown. Of an incident that is not domestic only a breached order, a harmed child and the history count.
EnumSet<Unknown> unknowns_of(const Facts& facts) noexcept {
  constexpr EnumSet even_if_not_domestic{Unknown::order_breached, Unknown::child_harmed_or_threatened,
                                         Unknown::history};
  const bool has_officers = facts.officer_grade.has_value();
  const bool has_judgement = facts.judgement.has_value();
  const bool has_checklist = facts.checklist.instrument.has_value();
  const bool is_answered = facts.checklist.unanswered_count <= 0;
  const auto unknowns =
      EnumSet<Unknown>::of_bits(facts.findings.unknown().bits() << first_finding) |
      from(Unknown::definition, facts.definition == Definition::undetermined, !(has_officers | has_judgement)) |
      from(Unknown::checklist, !(has_checklist & is_answered), !facts.history.known, !facts.children.known);
  const auto if_domestic = std::uint64_t{0} - std::uint64_t{facts.definition != Definition::not_domestic};
  return unknowns & EnumSet<Unknown>::of_bits(even_if_not_domestic.bits() | if_domestic);
}

constexpr auto first_after_findings = static_cast<unsigned>(Unknown::checklist);

/// By the unknowns from the checklist on, and the officer's grade above them: the signals that turn on these.
constexpr auto turning_beside_findings = [] {
  std::array<EnumSet<Signal>, 16> signals = {};
  for (std::size_t i = 0; i < signals.size(); ++i) {
    if ((i & 1U) != 0) signals[i] |= signals_of(Unknown::checklist);
    if ((i & 2U) != 0) signals[i] |= signals_of(Unknown::history);
    if ((i & 4U) != 0) signals[i] |= signals_of(Unknown::children);
    if ((i & 8U) != 0) signals[i] |= signals_of(Unknown::officer_grade);
  }
  return signals;
}();

EnumSet<Signal> turning(EnumSet<Unknown> unknowns) noexcept {
  constexpr auto all_findings = Findings::all(Answer::yes).yes().bits();
  const auto officer_grade = std::uint64_t{unknowns.contains(Unknown::officer_grade)};
  return EnumSet<Signal>::of_bits(unknowns.bits() >> first_finding & all_findings) |
         turning_beside_findings[unknowns.bits() >> first_after_findings | officer_grade << 3U];
}

}  // namespace

SignalReader::SignalReader(const Thresholds& thresholds) noexcept : thresholds_{thresholds} {
  // Without a threshold no number of answers reaches it, and an unfinished checklist is read as if it did.
  at_least_.fill(std::numeric_limits<std::int64_t>::max());
  at_least_if_filled_in_.fill(std::numeric_limits<std::int64_t>::min());
  for (std::size_t i = 0; i < count_of<Instrument>; ++i) {
    const auto& threshold = thresholds.visible_high_risk[i];
    if (threshold) at_least_[1 + i] = at_least_if_filled_in_[1 + i] = *threshold;
  }
}

Signals SignalReader::read(const Facts& facts) const noexcept {
  std::uint64_t known = 0;
  std::uint64_t turned = 0;
  std::uint64_t unknowns = 0;
  read({&facts, 1}, {.known = {&known, 1}, .turned = {&turned, 1}, .unknowns = {&unknowns, 1}});
  return {.known = EnumSet<Signal>::of_bits(known),
          .if_unknowns_yes = EnumSet<Signal>::of_bits(known ^ turned),
          .unknowns = EnumSet<Unknown>::of_bits(unknowns)};
}

void SignalReader::read(std::span<const Facts> facts, SignalRows rows) const noexcept {
  for (std::size_t i = 0; i < facts.size(); ++i) {
    const auto& checklist = facts[i].checklist;
    const auto instrument = checklist.instrument ? 1 + static_cast<std::size_t>(*checklist.instrument) : 0;
    const std::int64_t least = checklist.yes_count;
    const std::int64_t most = least + checklist.unanswered_count;
    const bool reaches = least >= at_least_[instrument];
    const bool may_reach = !reaches & (most >= at_least_[instrument]);
    const bool reaches_if_filled_in = most >= at_least_if_filled_in_[instrument];

    const auto unknowns = unknowns_of(facts[i]);
    const auto known = defined[static_cast<std::size_t>(facts[i].definition)] | findings(facts[i].findings) |
                       levels(officer_graded, facts[i].officer_grade) | levels(judged, facts[i].judgement) |
                       from(checklist_at_threshold, reaches, may_reach) | numbers(facts[i], thresholds_);
    // Read as a yes, an unknown makes its signals yes; but a checklist that is filled in may no longer reach anything.
    const auto no = from(checklist_at_threshold, !(reaches | reaches_if_filled_in), true).bits();
    rows.turned[i] = (turning(unknowns) - EnumSet<Signal>::of_bits(known.bits() ^ no)).bits();
    rows.known[i] = known.bits();
    rows.unknowns[i] = unknowns.bits();
  }
}

}  // namespace earlyhelp
