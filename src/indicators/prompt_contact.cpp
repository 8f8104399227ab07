#include <earlyhelp/indicators/prompt_contact.hpp>

#include <numeric>

namespace earlyhelp {

PromptContact prompt_contact(const ContactRecord& record, Instant snapshot) noexcept {
  const auto is_known = [&](const boost::optional<Instant>& at) { return at && *at <= snapshot; };
  if (is_known(record.contacted)) {
    if (*record.contacted < record.start) return PromptContact::invalid_contact_before_start;
    return *record.contacted <= record.due ? PromptContact::met : PromptContact::breached_late_contact;
  }
  if (is_known(record.closed)) {
    return *record.closed <= record.due ? PromptContact::excluded_closed_before_due
                                        : PromptContact::breached_closed_uncontacted;
  }
  return snapshot > record.due ? PromptContact::breached_open_overdue : PromptContact::pending_not_due;
}

void PromptContactCounts::add(PromptContact what, std::int64_t records) noexcept {
  counts_[static_cast<std::size_t>(what)] += records;
}

std::int64_t PromptContactCounts::records() const noexcept {
  return std::accumulate(counts_.begin(), counts_.end(), std::int64_t{0});
}

std::int64_t PromptContactCounts::breached() const noexcept {
  return of(PromptContact::breached_late_contact) + of(PromptContact::breached_closed_uncontacted) +
         of(PromptContact::breached_open_overdue);
}

Proportion PromptContactCounts::compliance() const noexcept {
  return {.count = of(PromptContact::met), .total = of(PromptContact::met) + breached()};
}

boost::optional<Interval> PromptContactCounts::bounds() const {
  const auto [met, decided] = compliance();
  const auto pending = of(PromptContact::pending_not_due);
  if (decided + pending == 0) return {};
  return Interval{.lower = share({.count = met, .total = decided + pending}).value(),
                  .upper = share({.count = met + pending, .total = decided + pending}).value()};
}

}  // namespace earlyhelp
