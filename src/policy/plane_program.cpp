#include <earlyhelp/policy/plane_program.hpp>

#include <algorithm>
#include <utility>

namespace earlyhelp {
namespace {

/// An answer or its opposite: twice the number of the question, one more for the opposite. A question is a signal by
/// its plane, or what a step answers: the places of planes are used again, questions are not.
using Answered = std::size_t;

constexpr std::size_t signal_questions = never + 1;

Answered opposite(Answered answer) noexcept { return answer ^ 1U; }

/// All of these answers.
using AllOf = std::vector<Answered>;

struct Join {
  std::vector<Answered> inputs;
  Answered result;
  bool is_any_of = false;
  bool is_last_negated = false;
};

/// Finds out which answers have to be kept, from the last step to the first, and joins each once.
class Folder {
 public:
  explicit Folder(const RuleProgram& program) {
    for (const auto& step : program.steps) {
      AllOf inputs;
      for (const auto plane : step.all_of) {
        const auto answer = answer_of(plane);
        if (std::find(inputs.begin(), inputs.end(), answer) == inputs.end()) inputs.push_back(answer);
      }
      question_at_[step.result] = signal_questions + steps_.size();
      steps_.push_back(std::move(inputs));
    }
    for (const auto plane : program.asked) read_.push_back(answer_of(plane));
    for (const auto plane : program.fired) read_.push_back(answer_of(plane));
  }

  PlaneProgram fold() {
    join_all();
    return in_slots();
  }

 private:
  Answered answer_of(Plane plane) const noexcept {
    const auto place = std::min(plane, opposite_of(plane));
    const auto question = place < signal_questions ? place : question_at_[place];
    return 2 * question + (place == plane ? 0 : 1);
  }

  void join_all() {
    is_kept_.resize(2 * (signal_questions + steps_.size()));
    for (std::size_t i = 0; i < signal_questions; ++i) is_kept_[2 * i] = true;
    for (const auto answer : read_) is_kept_[answer] = true;
    for (auto question = is_kept_.size() / 2; question-- > 0;) {
      const auto yes = 2 * question;
      const auto no = opposite(yes);
      if (is_kept_[yes] && is_kept_[no]) joins_.push_back(negation_of(yes));
      if (question >= signal_questions && (is_kept_[yes] || is_kept_[no])) joins_.push_back(join(question));
    }
    std::reverse(joins_.begin(), joins_.end());
  }

  static Join negation_of(Answered answer) {
    return {.inputs = {answer}, .result = opposite(answer), .is_last_negated = true};
  }

  /// An all-of of answers, or the any-of of their opposites, whichever is kept.
  Join join(std::size_t question) {
    const bool is_any_of = !is_kept_[2 * question];
    Join join{.inputs = {}, .result = 2 * question + std::size_t{is_any_of}, .is_any_of = is_any_of};
    Answered negated = 0;
    for (const auto input : steps_[question - signal_questions]) {
      const auto answer = is_any_of ? opposite(input) : input;
      if (!is_kept_[answer] && is_kept_[opposite(answer)] && !join.is_last_negated) {
        negated = opposite(answer);
        join.is_last_negated = true;
      } else {
        is_kept_[answer] = true;
        join.inputs.push_back(answer);
      }
    }
    if (join.is_last_negated) join.inputs.push_back(negated);
    return join;
  }

  /// What is read off has slots of its own; what lies in between shares as few as it can.
  PlaneProgram in_slots() const {
    constexpr auto none = static_cast<PlaneSlot>(-1);
    std::vector<PlaneSlot> slot_of(is_kept_.size(), none);
    for (std::size_t i = 0; i < fact_signals; ++i) slot_of[2 * i] = static_cast<PlaneSlot>(i);
    slot_of[2 * std::size_t{never}] = PlaneProgram::never_slot;
    std::vector<PlaneStep> copies;  // of what is a signal, or is read off twice
    auto next = PlaneProgram::first_asked;
    for (const auto answer : read_) {
      if (slot_of[answer] == none) {
        slot_of[answer] = next;
      } else {
        copies.push_back(step({.inputs = {answer}, .result = answer}, slot_of));
        copies.back().result = next;
      }
      ++next;
    }

    PlaneProgram program{.steps = {}, .rules = read_.size() - asked_count, .between = 0};
    next = PlaneProgram::first_between;
    const auto last_reader = last_readers();
    std::vector<PlaneSlot> free;
    for (std::size_t i = 0; i < joins_.size(); ++i) {
      auto& slot = slot_of[joins_[i].result];
      if (slot == none && free.empty()) free.push_back(next++);
      if (slot == none) slot = free.back(), free.pop_back();
      program.steps.push_back(step(joins_[i], slot_of));
      for (const auto input : joins_[i].inputs) {
        if (last_reader[input] == i && slot_of[input] >= PlaneProgram::first_between) free.push_back(slot_of[input]);
      }
    }
    program.steps.insert(program.steps.end(), copies.begin(), copies.end());
    program.between = std::size_t{next} - PlaneProgram::first_between;
    return program;
  }

  std::vector<std::size_t> last_readers() const {
    std::vector<std::size_t> last(is_kept_.size());
    for (std::size_t i = 0; i < joins_.size(); ++i) {
      for (const auto input : joins_[i].inputs) last[input] = i;
    }
    return last;
  }

  static PlaneStep step(const Join& join, const std::vector<PlaneSlot>& slot_of) {
    const auto form = join.inputs.size() - 1 + (join.is_last_negated ? PlaneStep::is_last_negated : 0U) +
                      (join.is_any_of ? PlaneStep::is_any_of : 0U);
    PlaneStep step{.inputs = {}, .result = slot_of[join.result], .form = static_cast<std::uint8_t>(form)};
    step.inputs.fill(slot_of[join.inputs.front()]);
    std::transform(join.inputs.begin(), join.inputs.end(), step.inputs.begin(),
                   [&](Answered input) { return slot_of[input]; });
    return step;
  }

  std::array<std::size_t, max_questions> question_at_ = {};
  std::vector<AllOf> steps_;
  std::vector<Answered> read_;  // what is asked, then what fired
  std::vector<bool> is_kept_;
  std::vector<Join> joins_;
};

}  // namespace

PlaneProgram fold(const RuleProgram& program) { return Folder{program}.fold(); }

}  // namespace earlyhelp
