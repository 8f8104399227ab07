#include "team_run.hpp"

#include <algorithm>
#include <deque>
#include <limits>

namespace earlyhelp {
namespace {

constexpr auto never = std::numeric_limits<Seconds>::max();

/// A piece of work that is open, and the family that it is for.
struct Task {
  std::size_t family;
  Seconds left;
  bool is_begun = false;
};

/// The state of a team at one moment. The oldest tasks are in hand, one for each practitioner at work; so nobody is
/// ever idle while there is work, and one more practitioner only makes every task end earlier.
class Team {
 public:
  Team(std::span<const FamilyWork> families, std::span<const PresenceStep> steps, WorkOrder order,
       const StaffingSpan& span)
      : families_{families}, steps_{steps}, order_{order}, span_{span}, now_{span.begin} {}

  TeamRun run() {
    for (const auto stop : {span_.measured_from, span_.measured_until, span_.end}) {
      advance_to(stop);
      if (stop == span_.measured_from) worked_ = 0;
      if (stop == span_.measured_until) take_stock();
    }
    result_.never_contacted = result_.families - contacted_;
    return result_;
  }

 private:
  void advance_to(Seconds stop) {
    while (true) {
      take_in();
      const auto next = std::min(stop, next_event());
      work_until(next);
      if (next == stop) return;
    }
  }

  /// What happens at this moment: shifts change, families become known, tasks are taken in hand.
  void take_in() {
    while (step_ < steps_.size() && steps_[step_].at <= now_) present_ += steps_[step_++].change;
    while (family_ < families_.size() && families_[family_].known <= now_) {
      const auto& family = families_[family_];
      const auto all_at_once = order_ == WorkOrder::case_by_case ? family.further : 0;
      contacts_.push_back({.family = family_++, .left = family.contact + all_at_once});
    }
    for (std::size_t i = 0; i < contacts_in_hand(); ++i) {
      if (contacts_[i].is_begun) continue;
      contacts_[i].is_begun = true;
      count_contact(families_[contacts_[i].family]);
    }
  }

  std::size_t contacts_in_hand() const { return std::min(static_cast<std::size_t>(present_), contacts_.size()); }
  std::size_t further_in_hand() const {
    return std::min(static_cast<std::size_t>(present_) - contacts_in_hand(), further_.size());
  }

  void count_contact(const FamilyWork& family) {
    ++begun_;
    if (family.attended < span_.measured_from || family.attended >= span_.measured_until) return;
    ++contacted_;
    if (now_ <= family.due) ++result_.in_time;
    result_.waited += static_cast<double>(now_ - family.attended);
  }

  Seconds next_event() const {
    auto next = step_ < steps_.size() ? steps_[step_].at : never;
    if (family_ < families_.size()) next = std::min(next, families_[family_].known);
    for (std::size_t i = 0; i < contacts_in_hand(); ++i) next = std::min(next, now_ + contacts_[i].left);
    for (std::size_t i = 0; i < further_in_hand(); ++i) next = std::min(next, now_ + further_[i].left);
    return next;
  }

  void work_until(Seconds next) {
    const auto passed = next - now_;
    const auto further = further_in_hand();  // before ended contacts open more
    const auto ended = work_on(contacts_, contacts_in_hand(), passed);
    work_on(further_, further, passed);
    if (order_ == WorkOrder::contacts_first) {
      for (const auto family : ended) {
        if (families_[family].further > 0) further_.push_back({.family = family, .left = families_[family].further});
      }
    }
    now_ = next;
  }

  /// The families whose task has ended, in the order of the tasks.
  std::vector<std::size_t> work_on(std::deque<Task>& tasks, std::size_t in_hand, Seconds passed) {
    std::vector<std::size_t> ended;
    for (std::size_t i = 0; i < in_hand; ++i) {
      tasks[i].left -= passed;
      if (tasks[i].left == 0) ended.push_back(tasks[i].family);
    }
    worked_ += static_cast<Seconds>(in_hand) * passed;
    if (!ended.empty()) {
      const auto until = tasks.begin() + static_cast<std::ptrdiff_t>(in_hand);
      tasks.erase(std::remove_if(tasks.begin(), until, [](const Task& task) { return task.left == 0; }), until);
    }
    return ended;
  }

  /// At the end of the measured weeks.
  void take_stock() {
    const auto is_attended = [&](const FamilyWork& family) { return family.attended < span_.measured_until; };
    const auto all = static_cast<std::size_t>(std::count_if(families_.begin(), families_.end(), is_attended));
    for (const auto& family : families_) {
      if (is_attended(family) && family.attended >= span_.measured_from) ++result_.families;
    }
    result_.waiting = all - begun_;
    result_.worked = worked_;
    for (const auto& task : contacts_) {
      result_.left += task.left + (order_ == WorkOrder::contacts_first ? families_[task.family].further : 0);
    }
    for (const auto& task : further_) result_.left += task.left;
    for (auto i = family_; i < families_.size() && is_attended(families_[i]); ++i) {
      result_.left += families_[i].contact + families_[i].further;
    }
  }

  std::span<const FamilyWork> families_;
  std::span<const PresenceStep> steps_;
  WorkOrder order_;
  StaffingSpan span_;
  Seconds now_;
  TeamRun result_;
  std::deque<Task> contacts_;
  std::deque<Task> further_;
  std::size_t family_ = 0;  // the next that becomes known
  std::size_t step_ = 0;
  int present_ = 0;
  std::size_t begun_ = 0;
  std::size_t contacted_ = 0;
  Seconds worked_ = 0;
};

}  // namespace

TeamRun run_team(std::span<const FamilyWork> families, std::span<const PresenceStep> steps, WorkOrder order,
                 const StaffingSpan& span) {
  return Team{families, steps, order, span}.run();
}

}  // namespace earlyhelp
