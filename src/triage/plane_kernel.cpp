#include "triage/plane_kernel.hpp"

namespace earlyhelp {

VectorLevel highest_vector_level() noexcept { return VectorLevel::baseline; }

const PlaneKernel& plane_kernel(VectorLevel) noexcept { return baseline_kernel; }

}  // namespace earlyhelp
