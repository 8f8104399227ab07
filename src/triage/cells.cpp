#include "triage/cells.hpp"

#include "triage/evaluate.hpp"
#include "triage/fact_level.hpp"
#include "triage/signal_facts.hpp"
#include "triage/signals.hpp"

#include <earlyhelp/triage/realisable.hpp>

#include <memory>
#include <utility>

namespace earlyhelp {
namespace {

std::vector<std::size_t> sizes(const std::vector<Aspect>& aspects) {
  std::vector<std::size_t> sizes;
  sizes.reserve(aspects.size());
  for (const auto& aspect : aspects) sizes.push_back(aspect.values.size());
  return sizes;
}

}  // namespace

Cells::Cells(const Gaze& gaze) : aspects_{aspects_of(gaze)}, quiet_{quiet_facts_of(gaze)}, sets_{sizes(aspects_)} {
  realisable_ = sets_.all();
  for (const auto& constraint : constraints()) realisable_ &= where(constraint.facts, constraint.holds);
}

std::size_t Cells::aspect_of(Fact fact) const noexcept {
  std::size_t aspect = 0;
  while (!aspects_[aspect].facts.contains(fact)) ++aspect;
  return aspect;
}

std::uint64_t Cells::combinations() const noexcept {
  std::uint64_t product = 1;
  for (const auto& aspect : aspects_) product *= aspect.values.size();
  return product;
}

CellSet Cells::where(EnumSet<Fact> facts, const std::function<bool(const Facts&)>& holds) {
  struct Part {
    Facts example;
    CellSet cells;
  };
  std::vector<Part> parts{{quiet_, sets_.all()}};
  for (std::size_t i = 0; i < aspects_.size(); ++i) {
    const auto& aspect = aspects_[i];
    if ((aspect.facts & facts).empty()) continue;
    std::vector<Part> finer;
    for (std::size_t value = 0; value < aspect.values.size(); ++value) {
      const auto here = where(i, value);
      for (const auto& part : parts) {
        finer.push_back({with(part.example, aspect.facts, aspect.values[value].members.front()), part.cells & here});
      }
    }
    parts = std::move(finer);
  }
  auto found = sets_.none();
  for (const auto& part : parts) {
    if (holds(part.example)) found |= part.cells;
  }
  return found;
}

CellSet Cells::only(const Facts& facts) {
  auto cell = sets_.all();
  for (std::size_t i = 0; i < aspects_.size(); ++i) {
    const auto& aspect = aspects_[i];
    for (std::size_t value = 0; value < aspect.values.size(); ++value) {
      const auto differ = differing(facts, aspect.values[value].members.front());
      if ((differ & aspect.facts).empty()) cell &= where(i, value);
    }
  }
  return cell;
}

Facts Cells::incident(CellSet cells, bool is_smallest) const {
  // Of the values that depart as far from a quiet incident, the largest takes the last: yes rather than unknown.
  constexpr unsigned departure = 1000;
  constexpr auto all_facts = static_cast<unsigned>(count_of<Fact>);
  std::vector<std::vector<unsigned>> costs;
  for (const auto& aspect : aspects_) {
    auto& of_aspect = costs.emplace_back();
    for (const auto& value : aspect.values) {
      const auto left = static_cast<unsigned>(aspect.values.size() - of_aspect.size());
      of_aspect.push_back(is_smallest ? value.departures : (all_facts - value.departures) * departure + left);
    }
  }
  const auto cell = sets_.cheapest(cells, costs);
  auto facts = quiet_;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    facts = with(facts, aspects_[i].facts, aspects_[i].values[cell[i]].members.front());
  }
  return facts;
}

SignalCells Cells::answers(const Thresholds& thresholds, Reading reading) {
  const SignalReader reader{thresholds};
  const bool is_known = reading == Reading::known;
  SignalCells answers;
  for (const auto signal : values_of<Signal>) {
    const auto facts = is_known ? facts_behind(signal) : facts_behind_if_yes(signal);
    answers[static_cast<std::size_t>(signal)] = sets_.none();
    if (facts.empty()) continue;  // the rules answer it
    answers[static_cast<std::size_t>(signal)] = where(facts, [&](const Facts& example) {
      const auto signals = reader.read(example);
      return (is_known ? signals.known : signals.if_unknowns_yes).contains(signal);
    });
  }
  return answers;
}

DecidedCells Cells::decide(const RuleProgram& program, const SignalCells& signals) {
  const auto evaluation = std::make_unique<Evaluation<CellSet>>();
  for (std::size_t i = 0; i < signals.size(); ++i) evaluation->answer(static_cast<Plane>(i), signals[i]);
  evaluation->answer(never, sets_.none());
  evaluation->run(program.steps);

  DecidedCells decided;
  for (const auto plane : program.fired) decided.fired.push_back((*evaluation)[plane]);
  for (std::size_t i = 0; i < asked_count; ++i) decided.asked[i] = (*evaluation)[program.asked[i]];
  for (std::size_t i = 0; i < count_of<Signal>; ++i) decided.signals[i] = (*evaluation)[program.signals[i]];
  return decided;
}

}  // namespace earlyhelp
