#include <earlyhelp/triage/triage.hpp>

#include "triage/bit_matrix.hpp"
#include "triage/decide.hpp"
#include "triage/evaluate.hpp"
#include "triage/signals.hpp"
#include "triage/wide_word.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <new>

namespace earlyhelp {
namespace {

constexpr std::size_t parts = 8;
using Word = WideWord<parts>;
using Matrix = BitMatrix<parts>;

class Block {
 public:
  explicit Block(const Policy& policy) noexcept
      : stamp_{policy.stamp()}, program_{policy.program()}, reader_{policy.thresholds()} {}

  /// Requires: no more facts than a matrix has rows.
  void decide(std::span<const Facts> facts, std::span<Decision> decisions) noexcept {
    read(facts);
    for (std::size_t i = 0; i < 64; ++i) evaluation_.answer(static_cast<Plane>(i), known_.plane(i) ^ turned_.plane(i));
    evaluation_.run(program_.steps);
    note(asked_, program_.asked, 32);
    note(reasons_if_yes_, program_.fired);

    for (std::size_t i = 0; i < 64; ++i) evaluation_.answer(static_cast<Plane>(i), known_.plane(i));
    evaluation_.run(program_.steps);
    note(asked_, program_.asked);
    note(reasons_, program_.fired);

    run_again();
    for (auto* matrix : {&asked_, &reasons_, &reasons_if_yes_, &changing_}) matrix->turn();
    for (std::size_t i = 0; i < facts.size(); ++i) {
      const Answered known{static_cast<Asked>(asked_.row(i)), Reasons::of_bits(reasons_.row(i))};
      const Answered if_yes{static_cast<Asked>(asked_.row(i) >> 32), Reasons::of_bits(reasons_if_yes_.row(i))};
      ::new (&decisions[i]) Decision{earlyhelp::decide(stamp_, known, if_yes, EnumSet<Unknown>::of_bits(unknowns_[i]),
                                                       EnumSet<Unknown>::of_bits(changing_.row(i)))};
    }
  }

 private:
  void read(std::span<const Facts> facts) noexcept {
    reader_.read(facts, {known_.all_rows(), turned_.all_rows(), unknowns_});
    for (std::size_t i = facts.size(); i < Matrix::rows; ++i) known_.row(i) = turned_.row(i) = 0;
    known_.turn();
    turned_.turn();
  }

  void note(Matrix& matrix, std::span<const Plane> planes, std::size_t first = 0) noexcept {
    for (std::size_t i = 0; i < planes.size(); ++i) matrix.set_plane(first + i, evaluation_[planes[i]]);
  }

  /// Each unknown alone.
  void run_again() noexcept {
    EnumSet<Signal> before;
    for (const auto& rerun : program_.reruns) {
      const auto turning = signals_of(rerun.unknown);
      for (const auto signal : before) evaluation_.answer(plane_of(signal), known_.plane(plane_of(signal)));
      for (const auto signal : turning) {
        const auto plane = plane_of(signal);
        evaluation_.answer(plane, known_.plane(plane) ^ turned_.plane(plane));
      }
      evaluation_.run(rerun.steps);
      Word changed = {};
      for (const auto i : rerun.asked) changed = changed | (evaluation_[program_.asked[i]] ^ asked_.plane(i));
      changing_.set_plane(static_cast<std::size_t>(rerun.unknown), changed);
      before = turning;
    }
  }

  const PolicyStamp& stamp_;
  const RuleProgram& program_;
  SignalReader reader_;
  Evaluation<Word> evaluation_;
  Matrix known_;
  Matrix turned_;
  std::array<std::uint64_t, Matrix::rows> unknowns_;
  // From here on the planes beyond what is noted are none.
  Matrix asked_ = {};
  Matrix reasons_ = {};
  Matrix reasons_if_yes_ = {};
  Matrix changing_ = {};
};

}  // namespace

void triage(std::span<const Facts> facts, const Policy& policy, std::span<Decision> decisions) noexcept {
  for (std::size_t i = 0; i < facts.size(); i += Matrix::rows) {
    const auto n = std::min(Matrix::rows, facts.size() - i);
    Block block{policy};
    block.decide(facts.subspan(i, n), decisions.subspan(i, n));
  }
}

}  // namespace earlyhelp
