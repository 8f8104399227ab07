#include "triage/plane_kernel.hpp"

#include <algorithm>

namespace earlyhelp {

#if defined(EARLYHELP_X86_64_LEVELS)

VectorLevel highest_vector_level() noexcept {
  // What the kernels are compiled for, in src/triage/CMakeLists.txt; the system has to keep their registers too, which
  // this asks as well.
  const bool has_v3 = __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("bmi") != 0 &&
                      __builtin_cpu_supports("bmi2") != 0 && __builtin_cpu_supports("fma") != 0;
  if (!has_v3) return VectorLevel::baseline;
  const bool has_v4 = __builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512bw") != 0 &&
                      __builtin_cpu_supports("avx512cd") != 0 && __builtin_cpu_supports("avx512dq") != 0 &&
                      __builtin_cpu_supports("avx512vl") != 0;
  return has_v4 ? VectorLevel::x86_64_v4 : VectorLevel::x86_64_v3;
}

const PlaneKernel& plane_kernel(VectorLevel level) noexcept {
  level = std::min(level, highest_vector_level());
  if (level == VectorLevel::baseline) return baseline_kernel;
  return level == VectorLevel::x86_64_v3 ? x86_64_v3_kernel : x86_64_v4_kernel;
}

#else

VectorLevel highest_vector_level() noexcept { return VectorLevel::baseline; }

const PlaneKernel& plane_kernel(VectorLevel) noexcept { return baseline_kernel; }

#endif

}  // namespace earlyhelp
