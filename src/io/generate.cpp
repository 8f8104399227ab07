#include "made_up_family.hpp"

#include <earlyhelp/io/generate.hpp>

#include <algorithm>
#include <utility>
#include <vector>

namespace earlyhelp::io {
namespace {

// Northamptonshire Police counted about 1,200 domestic incidents a month in 2022, 40 a day.
constexpr std::uint64_t incidents_a_day = 40;
constexpr std::uint64_t half_minutes_a_day = 24 * 60 * 2;

/// The families of the feed: who calls next is a new one, or one that will still come back.
class Families {
 public:
  Families(const Generation& generation, Chance& chance)
      : chance_{chance}, left_{generation.incidents}, enough_waiting_{generation.incidents / incidents_a_day} {}

  /// The family of the next incident, recorded on `day`.
  MadeUpFamily next(Date day) {
    const bool must_come_back = visits_waiting_ >= left_;
    const bool may_come_back = waiting_.size() > enough_waiting_;
    --left_;
    auto family = must_come_back || may_come_back ? take() : new_family(day);
    --family.incidents_left;
    auto caller = family;
    family.has_called = true;
    if (family.incidents_left > 0) wait(std::move(family));
    return caller;
  }

 private:
  MadeUpFamily new_family(Date day) {
    const auto* other = waiting_.empty() ? nullptr : &waiting_[chance_.below(waiting_.size())];
    auto family = make_up_family(++families_, day, other, chance_);
    // Near the end of the feed there is no room for many visits.
    const auto room = left_ - std::min(left_, visits_waiting_) + 1;
    family.incidents_left =
        static_cast<int>(std::min<std::uint64_t>(room, static_cast<std::uint64_t>(family.incidents_left)));
    return family;
  }

  void wait(MadeUpFamily family) {
    visits_waiting_ += static_cast<std::uint64_t>(family.incidents_left);
    waiting_.push_back(std::move(family));
  }

  MadeUpFamily take() {
    std::swap(waiting_[chance_.below(waiting_.size())], waiting_.back());
    auto family = std::move(waiting_.back());
    waiting_.pop_back();
    visits_waiting_ -= static_cast<std::uint64_t>(family.incidents_left);
    return family;
  }

  Chance& chance_;
  std::uint64_t left_;
  std::uint64_t enough_waiting_;
  std::vector<MadeUpFamily> waiting_;
  std::uint64_t visits_waiting_ = 0;
  std::uint64_t families_ = 0;
};

}  // namespace

void generate(const Generation& generation, const std::function<void(const Incident&)>& sink) {
  Chance chance{generation.seed};
  Families families{generation, chance};
  std::uint64_t made = 0;
  for (std::uint64_t now = 0; made < generation.incidents; ++now) {
    if (chance.below(half_minutes_a_day) >= incidents_a_day) continue;
    const auto day = generation.first_day + Days{static_cast<long>(now / half_minutes_a_day)};
    const auto family = families.next(day);
    sink(make_up_incident(++made, family, generation.first_day, now, chance));
  }
}

std::span<const Assumption> generator_assumptions() noexcept { return assumptions; }

}  // namespace earlyhelp::io
