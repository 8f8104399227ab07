#include "policy/step_builder.hpp"

#include <range/v3/algorithm/contains.hpp>

#include <algorithm>
#include <tuple>
#include <utility>

namespace earlyhelp {
namespace {

constexpr std::size_t inputs = std::tuple_size_v<decltype(RuleStep::all_of)>;

// Questions behind the signals: terms, rules, what they open, the grades that people gave, what is asked in the end,
// the duties that are dropped; then, over and over, the any-ofs of one condition, and the parts of the longest any-of,
// which a duty has that every clause of every rule opens.
constexpr auto first_result = static_cast<Plane>(never + 1);
constexpr auto max_results = 4 + max_rules * (1 + max_duty_clauses) + 2 + 2 * grade_levels + asked_count + 4;
constexpr auto first_any_of = static_cast<Plane>(first_result + max_results);
constexpr auto first_part = static_cast<Plane>(first_any_of + Condition::capacity / 2);
static_assert(first_part + max_rules * max_duty_clauses / (inputs - 1) <= max_questions);

std::size_t question_of(Plane plane) noexcept { return std::min(plane, opposite_of(plane)); }

Planes opposites_of(Planes planes) {
  for (auto& plane : planes) plane = opposite_of(plane);
  return planes;
}

}  // namespace

StepBuilder::StepBuilder() noexcept : next_result_{first_result} {
  for (const auto signal : values_of<Signal>) depends_on_[plane_of(signal)] = {signal};
}

Plane StepBuilder::all_of(Planes planes, std::vector<Planes> any_ofs) {
  for (auto& any_of : any_ofs) {
    if (ranges::contains(any_of, always)) continue;
    std::erase(any_of, never);
    if (any_of.size() < 2) planes.push_back(any_of.empty() ? never : any_of.front());
  }
  std::erase_if(any_ofs, [](const Planes& any_of) { return any_of.size() < 2 || ranges::contains(any_of, always); });
  if (ranges::contains(planes, never)) return never;
  std::erase(planes, always);

  if (planes.empty() && any_ofs.empty()) return always;
  if (planes.size() == 1 && any_ofs.empty()) return planes.front();
  if (planes.empty() && any_ofs.size() == 1) return put_any_of(next_result_++, any_ofs.front());
  const auto first = steps_.size();
  auto place = first_any_of;
  for (const auto& any_of : any_ofs) planes.push_back(put_any_of(place++, any_of));
  const auto result = put_all_of(next_result_++, std::move(planes));
  // The places of any-ofs are used again, so they are answered again whenever the result is.
  std::fill(steps_depend_on_.begin() + static_cast<std::ptrdiff_t>(first), steps_depend_on_.end(), depends_on_[result]);
  return result;
}

Plane StepBuilder::any_of(const Planes& planes) { return opposite_of(all_of(opposites_of(planes))); }

void StepBuilder::keep_only(const Planes& planes) {
  std::array<bool, max_questions> is_read = {};
  for (const auto plane : planes) is_read[question_of(plane)] = true;
  std::vector<RuleStep> kept;
  std::vector<EnumSet<Signal>> kept_depend_on;
  for (auto i = steps_.size(); i-- > 0;) {
    if (!std::exchange(is_read[steps_[i].result], false)) continue;
    for (const auto plane : steps_[i].all_of) is_read[question_of(plane)] = true;
    kept.push_back(steps_[i]);
    kept_depend_on.push_back(steps_depend_on_[i]);
  }
  steps_.assign(kept.rbegin(), kept.rend());
  steps_depend_on_.assign(kept_depend_on.rbegin(), kept_depend_on.rend());
}

std::vector<RuleStep> StepBuilder::steps() const { return steps_; }

std::vector<RuleStep> StepBuilder::steps_on(EnumSet<Signal> signals) const {
  std::vector<RuleStep> steps;
  for (std::size_t i = 0; i < steps_.size(); ++i) {
    if (!(steps_depend_on_[i] & signals).empty()) steps.push_back(steps_[i]);
  }
  return steps;
}

bool StepBuilder::depends_on(Plane plane, EnumSet<Signal> signals) const noexcept {
  return !(depends_on_[question_of(plane)] & signals).empty();
}

Plane StepBuilder::put_any_of(Plane result, const Planes& planes) {
  return opposite_of(put_all_of(result, opposites_of(planes)));
}

/// More planes than one step takes are a tree of steps, so that few wait for each other.
Plane StepBuilder::put_all_of(Plane result, Planes planes) {
  auto& depends_on = depends_on_[result];
  depends_on = {};
  for (const auto plane : planes) depends_on |= depends_on_[question_of(plane)];
  for (auto part = first_part; planes.size() > inputs; ++part) {
    put(part, {planes.data(), inputs});
    planes.erase(planes.begin(), planes.begin() + inputs);
    planes.push_back(part);
  }
  put(result, planes);
  steps_depend_on_.resize(steps_.size(), depends_on);
  return result;
}

void StepBuilder::put(Plane result, std::span<const Plane> planes) {
  RuleStep step{.all_of = {}, .result = result};
  step.all_of.fill(planes.front());
  std::copy(planes.begin(), planes.end(), step.all_of.begin());
  steps_.push_back(step);
}

}  // namespace earlyhelp
