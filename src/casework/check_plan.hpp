#pragma once

#include <earlyhelp/casework/staffing_plan.hpp>

namespace earlyhelp {

/// Throws: std::invalid_argument naming the first member that is out of range.
void check_plan(const StaffingPlan& plan);

}  // namespace earlyhelp
