#include <earlyhelp/triage/signal_planes.hpp>

#include "triage/column_reader.hpp"
#include "triage/plane_kernel.hpp"
#include "triage/plane_runner.hpp"

#include <cassert>

namespace earlyhelp {

EnumSet<Signal> signals_on(Parameter parameter) noexcept {
  using enum Signal;
  switch (parameter) {
    case Parameter::visible_high_risk_dash_2009:
    case Parameter::visible_high_risk_dash_ric:
    case Parameter::visible_high_risk_dara:
      return {checklist_at_threshold, checklist_may_reach_threshold};
    case Parameter::escalation_events:
      return {events_at_escalation};
    case Parameter::serial_victims:
      return {victims_at_serial};
    case Parameter::cumulative_child_events:
      return {events_at_cumulative};
    case Parameter::young_child_under_years:
      return {young_child};
    case Parameter::school_notification_from:
      return {school_notification_in_force};
    case Parameter::escalation_window:
    case Parameter::marac_repeat_window:
    case Parameter::contact_within:
    case Parameter::daily_review_at:
    case Parameter::review_decision_within:
    case Parameter::obtain_grade_within:
    case Parameter::marac_referral_within:
    case Parameter::idva_offer_within:
    case Parameter::mash_referral_within:
    case Parameter::mash_referral_if_child_harmed_within:
    case Parameter::mash_consideration_within:
    case Parameter::child_support_offer_within:
    case Parameter::notify_social_worker_within:
    case Parameter::notify_school_by:
    case Parameter::victim_services_referral_within:
    case Parameter::perpetrator_review_within:
      return {};
  }
  return {};
}

SignalPlanes::SignalPlanes(const FactColumns& facts, const Thresholds& thresholds, VectorLevel level)
    : size_{facts.size()}, blocks_((facts.size() + block_rows - 1) / block_rows) {
  read_again(facts, thresholds, signals_of_facts, level);
}

PlaneBits SignalPlanes::rows(std::size_t i) const noexcept {
  PlaneBits rows;
  for (std::size_t row = i * block_rows; row < size_ && row < (i + 1) * block_rows; row += word_rows) {
    const auto left = size_ - row;
    rows.words[row / word_rows % block_words] = left < word_rows ? (std::uint64_t{1} << left) - 1 : ~std::uint64_t{0};
  }
  return rows;
}

void SignalPlanes::read_again(const FactColumns& facts, const Thresholds& thresholds, EnumSet<Signal> signals,
                              VectorLevel level) {
  assert(facts.size() == size_);
  const ColumnReader reader{facts, thresholds, plane_kernel(level)};
  for (std::size_t i = 0; i < blocks_.size(); ++i) reader.read(i, signals, blocks_[i]);
}

void triage(std::span<const SignalBlock> signals, const Policy& policy, std::span<OutcomeBlock> outcomes,
            VectorLevel level) {
  assert(signals.size() <= outcomes.size());
  PlaneRunner runner{policy.plane_program(), plane_kernel(level)};
  for (std::size_t i = 0; i < signals.size(); ++i) runner.decide(signals[i], outcomes[i]);
}

}  // namespace earlyhelp
