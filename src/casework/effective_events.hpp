#pragma once

#include <earlyhelp/casework/case_file.hpp>

#include <vector>

namespace earlyhelp {

/// The events of a case file in the order in which they occurred, then were recorded, then by id.
class EffectiveEvents {
 public:
  explicit EffectiveEvents(const CaseFile& case_file);

  const std::vector<const CaseEvent*>& in_order() const noexcept { return events_; }
  /// Whether another event withdrew `event`.
  bool is_withdrawn(const CaseEvent* event) const noexcept { return contains(withdrawn_, event); }
  /// Whether `event` is a withdrawal of nothing that could be withdrawn.
  bool is_idle_withdrawal(const CaseEvent* event) const noexcept { return contains(idle_, event); }

 private:
  using Events = std::vector<const CaseEvent*>;

  static bool contains(const Events& events, const CaseEvent* event) noexcept;
  void withdraw(const CaseEvent& withdrawal);

  Events events_;
  Events withdrawn_;
  Events idle_;
};

}  // namespace earlyhelp
