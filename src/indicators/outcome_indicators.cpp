#include <earlyhelp/indicators/outcome_indicators.hpp>

#include "indicators/attendance_records.hpp"
#include "indicators/subject_cases.hpp"

#include <earlyhelp/outcomes/score_change.hpp>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace earlyhelp {
namespace {

constexpr int window_days = 450;  // until the same term of the next year is over, and its record has come
constexpr int least_sessions = 40;
constexpr Source schools = {.title = "Department for Education, Pupil absence in schools in England",
                            .section = "what counts as improved, and when: library default"};

AttendanceRule rule_of_leaving() {
  auto rule = shipped_attendance_rule();
  rule.improvement = ByLeavingPersistence{};
  return rule;
}

bool is_in_window(const Subject& subject) { return subject.all.cut_off_day() <= window_end(subject); }

using RuleOf = AttendanceRule (*)();

template <RuleOf rule>
Reply has_matched_terms(const Subject& subject) {
  if (is_in_window(subject)) return Reply::not_yet;
  if (!is_attendance_sound(subject)) return Reply::not_known;
  const auto terms = matched_terms(subject);
  if (!terms) return Reply::lost;
  const auto change = attendance_change(terms->first, terms->second, rule());
  if (change.verdict) return Reply::yes;
  return change.why_not == EnumSet{NoAttendanceChange::missed_too_little} ? Reply::no : Reply::not_known;
}

template <RuleOf rule>
Reply is_improved(const Subject& subject) {
  const auto terms = *matched_terms(subject);
  return reply(attendance_change(terms.first, terms.second, rule()).verdict == AttendanceVerdict::improved);
}

boost::optional<Absence> absence_after(const Subject& subject) {
  return absence(sessions_after(subject), {.least_possible = least_sessions});
}

Reply has_sessions_after(const Subject& subject) {
  if (is_in_window(subject)) return Reply::not_yet;
  if (!is_attendance_sound(subject)) return Reply::not_known;
  const auto after = absence_after(subject);
  if (!after) return Reply::lost;
  return after->is_short ? Reply::not_known : Reply::yes;
}

/// Throws: std::invalid_argument naming the indicator when it has no rule.
const ScoreRule& rule_of(const Subject& subject) {
  const auto& indicator = subject.indicator;
  if (!indicator.score) {
    throw std::invalid_argument{"Indicator " + std::string{indicator.id.view()} +
                                ": asks about a score, and has no rule"};
  }
  return *indicator.score;
}

constexpr Indicator of_children(Text<47> id, Text<119> title, Question denominator, Question numerator,
                                Improvement direction) {
  return {.id = id,
          .version = 1,
          .title = title,
          .unit = CountedUnit::child,
          .index = IndexDate::referred,
          .denominator = denominator,
          .numerator = numerator,
          .direction = direction,
          .window_days = window_days,
          .source = schools};
}

constexpr Question sessions_on_record = {
    .asks =
        "Are 40 possible sessions or more on record of times that began after the case did and ended in the window?",
    .of = has_sessions_after};

bool is_of(const ScoreRule& rule, const ScoreRecord& score) {
  return score.metric.instrument == rule.instrument && score.metric.version == rule.version;
}

/// What one person scored, in whichever of the cases of the period it stands, each once.
struct PersonScores {
  PersonId person;
  std::vector<ScoreRecord> scores = {};
};

bool is_asked(const Subject& subject, const PersonRecord& person) {
  if (person.role != rule_of(subject).of) return false;
  return subject.indicator.unit != CountedUnit::child || person.id == subject.all.children()[subject.place].id;
}

std::vector<PersonScores> all_scores(const Subject& subject) {
  const auto& rule = rule_of(subject);
  std::vector<PersonScores> all;
  const auto take = [&](const PersonRecord& person) {
    const auto same =
        std::find_if(all.begin(), all.end(), [&](const PersonScores& one) { return one.person == person.id; });
    auto& scores = (same != all.end() ? *same : all.emplace_back(PersonScores{.person = person.id})).scores;
    for (const auto& score : person.scores) {
      const bool is_new = std::find(scores.begin(), scores.end(), score) == scores.end();
      if (is_new && is_of(rule, score)) scores.push_back(score);
    }
  };
  for_each_case(subject, [&](const CaseRecord& record) {
    for (const auto& person : record.people) {
      if (is_asked(subject, person)) take(person);
    }
  });
  return all;
}

/// The first and the last score on record of somebody of whom there are two. None: of nobody are there two.
boost::optional<std::pair<double, double>> scores_of(const Subject& subject) {
  const auto all = all_scores(subject);
  const auto found =
      std::find_if(all.begin(), all.end(), [](const PersonScores& one) { return one.scores.size() >= 2; });
  if (found == all.end()) return {};
  const auto [first, last] =
      std::minmax_element(found->scores.begin(), found->scores.end(),
                          [](const ScoreRecord& a, const ScoreRecord& b) { return a.at < b.at; });
  return std::pair{first->metric.score, last->metric.score};
}

bool has_score(const Subject& subject) {
  const auto all = all_scores(subject);
  return std::any_of(all.begin(), all.end(), [](const PersonScores& one) { return !one.scores.empty(); });
}

Reply is_reliably_better(const Subject& subject) {
  const auto scores = scores_of(subject);
  if (!scores) return Reply::lost;
  const auto& rule = rule_of(subject);
  const auto instrument = scored_instrument(rule.instrument.view(), rule.version).value();
  if (score_fault(scores->first, instrument) || score_fault(scores->second, instrument)) return Reply::not_known;
  return reply(score_change(scores->first, scores->second, instrument, rule.spread).verdict ==
               ScoreVerdict::reliably_better);
}

}  // namespace

AttendanceRule shipped_attendance_rule() {
  return {.improvement = ByPoints{.hundredths = 300}, .least_possible = least_sessions, .least_missed_percent = 10};
}

constexpr Indicator attendance_improved = of_children(
    "attendance_improved", "Children who had missed a tenth of school or more, and attend more",
    {.asks = "Are the same terms of two years on record, the later in the window, and was a tenth missed before?",
     .of = has_matched_terms<shipped_attendance_rule>},
    {.asks = "Did the child attend at least three percentage points more of the possible sessions?",
     .of = is_improved<shipped_attendance_rule>},
    Improvement::increase);

constexpr Indicator persistent_absence_ended = of_children(
    "persistent_absence_ended", "Children persistently absent who no longer are",
    {.asks = "Are the same terms of two years on record, the later in the window, and was a tenth missed before?",
     .of = has_matched_terms<rule_of_leaving>},
    {.asks = "Did the child miss less than a tenth of the possible sessions?", .of = is_improved<rule_of_leaving>},
    Improvement::increase);

constexpr Indicator persistently_absent_after =
    of_children("persistently_absent_after", "Children persistently absent after their case began", sessions_on_record,
                {.asks = "Did the child miss a tenth of them or more?",
                 .of = [](const Subject& subject) { return reply(absence_after(subject)->is_persistent); }},
                Improvement::decrease);

constexpr Indicator severely_absent_after =
    of_children("severely_absent_after", "Children severely absent after their case began", sessions_on_record,
                {.asks = "Did the child miss half of them or more?",
                 .of = [](const Subject& subject) { return reply(absence_after(subject)->is_severe); }},
                Improvement::decrease);

Indicator reliably_better(Text<47> id, Text<119> title, const ScoreRule& rule, const Source& spread_source) {
  const Indicator indicator{
      .id = id,
      .version = 1,
      .title = title,
      .unit = rule.of == FamilyRole::child ? CountedUnit::child : CountedUnit::family,
      .index = IndexDate::referred,
      .denominator = {.asks = "Is a score on record, and are the cases closed?",
                      .of = [](const Subject& subject) { return when_closed(subject, has_score(subject)); }},
      .numerator = {.asks = "From the first score to the last, is the change for the better and more than error?",
                    .of = is_reliably_better},
      .direction = Improvement::increase,
      .score = rule,
      .source = spread_source};
  indicator.require_sound();
  return indicator;
}

}  // namespace earlyhelp
