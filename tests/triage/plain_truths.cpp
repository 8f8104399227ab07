#include "support/plain_cases.hpp"
#include "support/policy.hpp"

#include <algorithm>

namespace earlyhelp::test {
namespace {

/// As section 4 has it.
bool may_turn_out(const Facts& known, const Facts& truth) {
  const bool is_domestic = known.definition != Definition::not_domestic;
  for (const auto finding : values_of<Finding>) {
    const bool counts =
        is_domestic || finding == Finding::order_breached || finding == Finding::child_harmed_or_threatened;
    const bool is_found_out = counts && known.findings[finding] == Answer::unknown;
    if (is_found_out && truth.findings[finding] == Answer::unknown) return false;
    if (!is_found_out && truth.findings[finding] != known.findings[finding]) return false;
  }
  if (!truth.history.known || (known.history.known && truth.history != known.history)) return false;
  if (known.judgement != truth.judgement || known.reported_on != truth.reported_on) return false;
  if (known.definition != Definition::undetermined && truth.definition != known.definition) return false;
  const bool is_graded = known.officer_grade || known.judgement || !is_domestic;
  if (is_graded && truth.officer_grade != known.officer_grade) return false;
  if (!is_domestic) return truth.checklist == known.checklist && truth.children == known.children;

  if (!truth.children.known || (known.children.known && truth.children != known.children)) return false;
  const auto& before = known.checklist;
  const auto& after = truth.checklist;
  if (after.unanswered_count > 0) return false;
  return !before.instrument || (after.instrument == before.instrument && after.yes_count >= before.yes_count &&
                                after.yes_count <= before.yes_count + before.unanswered_count);
}

/// `each`, and the incidents that are alike to the rules and may turn out otherwise.
std::vector<Facts> alike(const PlainCase& each, const std::vector<PlainAxis>& axes) {
  std::vector<Facts> alike{each.facts};
  for (const auto& axis : axes) {
    for (const auto& [value, change] : axis.others) {
      auto facts = each.facts;
      axis.values[value](facts);
      if (facts != each.facts) continue;
      change(facts);
      alike.push_back(facts);
    }
  }
  return alike;
}

}  // namespace

PlainFailure plain_truths(const PolicyBook& book, const std::vector<PlainAxis>& axes, const Facts& quiet) {
  PlainFailure failure;
  const auto cases = cases_of(axes, quiet, policy_of(book));
  for (const auto& each : cases) {
    if (!each.is_realisable) continue;
    const auto known = alike(each, axes);
    const bool may_be_graver = std::any_of(cases.begin(), cases.end(), [&](const PlainCase& truth) {
      const auto may_be = [&](const Facts& facts) { return may_turn_out(facts, truth.facts); };
      return truth.is_realisable && is_lower(each.decision.if_unknowns_yes, truth.decision.known) &&
             std::any_of(known.begin(), known.end(), may_be);
    });
    if (may_be_graver) add(failure, each.facts, quiet);
  }
  return failure;
}

}  // namespace earlyhelp::test
