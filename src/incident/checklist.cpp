#include <earlyhelp/incident/checklist.hpp>

#include <algorithm>
#include <compare>

namespace earlyhelp {
namespace {

using Answers = std::vector<AnsweredFactor>;

/// How much an answer weighs against another to the same question: yes, then unanswered, then no.
int weight(ChecklistAnswer answer) noexcept {
  switch (answer) {
    case ChecklistAnswer::yes:
      return 2;
    case ChecklistAnswer::no:
      return 0;
    case ChecklistAnswer::dont_know:
    case ChecklistAnswer::not_asked:
    case ChecklistAnswer::refused:
      break;
  }
  return 1;
}

/// The answers, those to one question beside each other, the gravest first.
std::vector<const AnsweredFactor*> by_factor(const Answers& answers) {
  std::vector<const AnsweredFactor*> sorted;
  sorted.reserve(answers.size());
  for (const auto& answer : answers) sorted.push_back(&answer);
  std::sort(sorted.begin(), sorted.end(), [](const AnsweredFactor* a, const AnsweredFactor* b) {
    const auto order = a->factor <=> b->factor;
    return std::is_neq(order) ? std::is_lt(order) : weight(a->answer) > weight(b->answer);
  });
  return sorted;
}

}  // namespace

ChecklistFacts checklist_facts(const boost::optional<Checklist>& checklist) {
  if (!checklist) return {};
  ChecklistFacts facts{.instrument = checklist->instrument};
  if (const auto* counts = std::get_if<ChecklistCounts>(&checklist->content)) {
    facts.yes_count = counts->yes_count;
    facts.unanswered_count = counts->unanswered_count;
    return facts;
  }
  const FactorId* last = nullptr;
  for (const auto* answered : by_factor(std::get<Answers>(checklist->content))) {
    if (last != nullptr && *last == answered->factor) continue;
    last = &answered->factor;
    if (answered->answer == ChecklistAnswer::no) continue;
    ++(answered->answer == ChecklistAnswer::yes ? facts.yes_count : facts.unanswered_count);
  }
  return facts;
}

bool has_conflicting_answers(const Checklist& checklist) {
  const auto* answers = std::get_if<Answers>(&checklist.content);
  if (answers == nullptr) return false;
  const auto sorted = by_factor(*answers);
  return std::adjacent_find(sorted.begin(), sorted.end(), [](const AnsweredFactor* a, const AnsweredFactor* b) {
           return a->factor == b->factor && a->answer != b->answer;
         }) != sorted.end();
}

}  // namespace earlyhelp
