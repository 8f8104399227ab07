#include <earlyhelp/casework/referral.hpp>

namespace earlyhelp {

bool may_follow(OnwardState from, OnwardState to) noexcept {
  using enum OnwardState;
  switch (from) {
    case made:
      return to == accepted || to == refused || to == declined;
    case accepted:
      return to == engaged || to == declined;
    case engaged:
      return to == completed || to == ended_early;
    case refused:
    case declined:
    case completed:
    case ended_early:
      return false;
  }
  return false;
}

}  // namespace earlyhelp
