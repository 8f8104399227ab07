#include "triage/plane_kernel_body.hpp"

namespace earlyhelp {

const PlaneKernel x86_64_v4_kernel = {.read = read, .decide = decide, .write = write, .finish = finish_streams};

}  // namespace earlyhelp
