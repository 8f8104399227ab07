#include <earlyhelp/indicators/shipped_indicators.hpp>

#include <earlyhelp/indicators/callout_indicators.hpp>
#include <earlyhelp/indicators/case_outcome.hpp>
#include <earlyhelp/indicators/contact_indicators.hpp>
#include <earlyhelp/indicators/family_indicators.hpp>
#include <earlyhelp/indicators/feedback_indicators.hpp>
#include <earlyhelp/indicators/outcome_indicators.hpp>

#include <algorithm>
#include <vector>

namespace earlyhelp {
namespace {

std::vector<Indicator> all_of_them() {
  std::vector<Indicator> all = {contact_in_time,
                                attempt_in_time,
                                no_safe_channel,
                                school_told_in_time,
                                disclosure_recorded_in_time,
                                family_reached,
                                child_reached,
                                family_engaged,
                                referred_to_specialist,
                                referred_to_mash,
                                referral_taken_up,
                                risk_found_higher,
                                unreported_incident_found,
                                need_recorded,
                                adverse_experience_recorded};
  all.insert(all.end(), outcome_indicators.begin(), outcome_indicators.end());
  all.insert(all.end(), {attendance_improved, persistent_absence_ended, persistently_absent_after,
                         severely_absent_after, helped_at_first_callout});
  all.insert(all.end(), no_further_callout.begin(), no_further_callout.end());
  all.insert(all.end(), {feedback_asked, feedback_answered, feedback_satisfied, feedback_better_place});
  return all;
}

}  // namespace

std::span<const Indicator> shipped_indicators() noexcept {
  static const auto all = all_of_them();
  return all;
}

boost::optional<const Indicator&> shipped_indicator(std::string_view id) noexcept {
  const auto all = shipped_indicators();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Indicator& indicator) { return indicator.id.view() == id; });
  if (found == all.end()) return {};
  return *found;
}

}  // namespace earlyhelp
