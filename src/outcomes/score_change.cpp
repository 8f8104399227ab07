#include <earlyhelp/outcomes/score_change.hpp>

#include <stdexcept>

namespace earlyhelp {
namespace {

void require_score(double score, const ScoredInstrument& instrument) {
  const auto fault = score_fault(score, instrument);
  if (fault) throw std::invalid_argument{fault->where + ": " + fault->what};
}

boost::optional<ScoreVerdict> verdict(ChangeKind kind, Improvement improvement) {
  if (kind == ChangeKind::no_reliable_change) return ScoreVerdict::no_reliable_change;
  if (improvement == Improvement::neutral) return {};
  const auto rose = kind == ChangeKind::reliable_increase;
  return rose == (improvement == Improvement::increase) ? ScoreVerdict::reliably_better : ScoreVerdict::reliably_worse;
}

}  // namespace

ScoreChange score_change(double before, double after, const ScoredInstrument& instrument, const ScoreSpread& spread) {
  require_score(before, instrument);
  require_score(after, instrument);
  const auto change = reliable_change(before, after, spread);
  return {.change = change, .verdict = verdict(change.kind, instrument.improvement)};
}

}  // namespace earlyhelp
