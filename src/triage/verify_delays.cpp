#include "triage/clock_order.hpp"
#include "triage/due_clocks.hpp"
#include "triage/rise.hpp"
#include "triage/verified_policy.hpp"
#include "triage/words.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <string>
#include <string_view>
#include <utility>

namespace earlyhelp {
namespace {

/// Something that a family is owed, and the duties of which each keeps it. The first contact is the advocate's offer
/// where the panel takes over; a referral to the safeguarding hub takes the place of a consideration.
struct Promise {
  std::string_view id;
  std::string_view words;
  Duties kept_by;
};

constexpr std::array promises{
    Promise{.id = "first_contact",
            .words = "the first contact",
            .kept_by = {Duty::contact_family, Duty::contact_victim_safely, Duty::idva_offer}},
    Promise{.id = "mash",
            .words = "what the safeguarding hub (MASH) is asked",
            .kept_by = {Duty::mash_referral, Duty::mash_consideration}},
    Promise{.id = "idva_offer", .words = "the offer of an advocate (IDVA)", .kept_by = {Duty::idva_offer}},
    Promise{
        .id = "marac_referral", .words = "the referral to the conference (MARAC)", .kept_by = {Duty::marac_referral}},
    Promise{.id = "victim_services_referral",
            .words = "the referral to victim services",
            .kept_by = {Duty::victim_services_referral}},
    Promise{.id = "child_support_offer",
            .words = "the offer of support to a child",
            .kept_by = {Duty::child_support_offer}},
    Promise{.id = "notify_social_worker",
            .words = "what the social worker is told",
            .kept_by = {Duty::notify_social_worker}},
    Promise{.id = "notify_school", .words = "what the school is told", .kept_by = {Duty::notify_school}},
};

/// The clocks of one promise, and where each holds.
struct PromiseClocks {
  std::vector<DutyClock> clocks;
  std::vector<CellSet> cells;
};

PromiseClocks clocks_of(const Promise& promise, const DueClocks& all) {
  PromiseClocks found;
  for (const auto& entry : all.entries()) {
    if (!promise.kept_by.contains(entry.duty)) continue;
    const auto place = std::find(found.clocks.begin(), found.clocks.end(), entry.clock) - found.clocks.begin();
    if (static_cast<std::size_t>(place) == found.clocks.size()) {
      found.clocks.push_back(entry.clock);
      found.cells.push_back(entry.cells);
    } else {
      found.cells[static_cast<std::size_t>(place)] |= entry.cells;
    }
  }
  return found;
}

using Clocks = std::vector<DutyClock>;

/// Pairs of cases with the same clocks before and after.
struct Part {
  CellSet pairs;
  Clocks before;
  Clocks after;
};

/// `parts`, each cut into the pairs in which `cells` hold, which gain `clock`, and the others.
std::vector<Part> cut(const std::vector<Part>& parts, CellSet cells, const DutyClock& clock, Clocks Part::*side) {
  std::vector<Part> finer;
  for (const auto& part : parts) {
    if (const auto within = part.pairs & cells; !within.empty()) {
      finer.push_back({within, part.before, part.after});
      (finer.back().*side).push_back(clock);
    }
    if (const auto outside = part.pairs - cells; !outside.empty()) finer.push_back({outside, part.before, part.after});
  }
  return finer;
}

std::vector<Part> parts_of(CellSet pairs, const PromiseClocks& promise, const Rise& rise) {
  std::vector<Part> parts{{pairs, {}, {}}};
  for (std::size_t i = 0; i < promise.clocks.size(); ++i) {
    parts = cut(parts, promise.cells[i].given(rise.aspect, rise.from), promise.clocks[i], &Part::before);
    parts = cut(parts, promise.cells[i].given(rise.aspect, rise.to), promise.clocks[i], &Part::after);
  }
  return parts;
}

bool turns_on(const PromiseClocks& promise, const Rise& rise) {
  return std::any_of(promise.cells.begin(), promise.cells.end(), [&](CellSet cells) {
    return cells.given(rise.aspect, rise.from) != cells.given(rise.aspect, rise.to);
  });
}

/// "1 working day from the report"
std::string in_words(const DutyClock& duty) {
  const auto& [kind, amount] = duty.clock;
  auto words = plain(to_string(kind));
  if (kind != ClockKind::daily_at && kind != ClockKind::next_school_day) {
    if (amount == 1 && words.ends_with('s')) words.pop_back();
    words = std::to_string(amount) + " " + words;
  }
  return words + " from the " + plain(to_string(duty.start));
}

std::string in_words(const Clocks& clocks) {
  std::vector<std::string> words;
  for (const auto& clock : clocks) words.push_back(in_words(clock));
  return listed(words);
}

std::string delay_in_words(const Failure& failure, const Promise& promise, const Part& part, const DueOrder& order) {
  const auto rise = "A graver fact (" + rise_in_words(*failure.facts, *failure.other) + ") ";
  const std::string owed{promise.words};
  if (part.after.empty()) return rise + "ends " + owed + ", due " + in_words(part.before) + ".";
  const auto clocks = ": due " + in_words(part.after) + ", not " + in_words(part.before);
  if (!order.example) return rise + "may delay " + owed + clocks + ". These clocks cannot be ordered.";
  return rise + "delays " + owed + clocks + ". Reported " + to_string(order.example->starts.reported_at) +
         ", it is due " + to_string(*order.example->after) + " instead of " + to_string(order.example->before) + ".";
}

/// The incidents reported on the day of the example, where that is a day like their own.
void report_on_day(Failure& failure, const Policy& policy) {
  if (!failure.starts) return;
  const auto day = failure.starts->reported_at.utc().date();
  const auto from = policy.thresholds().school_notification_from;
  if (!policy.in_force().contains(day) || (failure.facts->reported_on >= from) != (day >= from)) return;
  failure.facts->reported_on = failure.other->reported_on = day;
}

/// Orders sets of clocks, each pair once.
class Orders {
 public:
  explicit Orders(const Policy& policy) noexcept : policy_{policy} {}

  const DueOrder& of(const Clocks& before, const Clocks& after) {
    for (const auto& [clocks, order] : known_) {
      if (clocks.first == before && clocks.second == after) return order;
    }
    known_.emplace_back(std::pair{before, after}, compare_clocks(before, after, policy_));
    return known_.back().second;
  }

 private:
  const Policy& policy_;
  std::deque<std::pair<std::pair<Clocks, Clocks>, DueOrder>> known_;
};

/// Looks for delays through one rise after the other.
class Delays {
 public:
  explicit Delays(const VerifiedPolicy& verified)
      : verified_{verified}, ended_{verified}, delayed_{verified}, undecided_{verified}, orders_{verified.policy} {
    const DueClocks clocks{verified.policy, verified.policy.rules(), verified.decided.known};
    for (const auto& promise : promises) promised_.push_back(clocks_of(promise, clocks));
  }

  void look_at(const Rise& rise) {
    const auto pairs = ended_.pairs(rise);
    looked_at_ += ended_.count(pairs, rise);
    for (std::size_t i = 0; i < promises.size(); ++i) {
      if (!turns_on(promised_[i], rise)) continue;
      for (const auto& part : parts_of(pairs, promised_[i], rise)) look_at(part, promises[i], rise);
    }
  }

  PropertyReport report() const {
    PropertyReport report{.property = Property::graver_never_delays, .cases = looked_at_};
    report.failures = ended_.all();
    report.failures.insert(report.failures.end(), delayed_.all().begin(), delayed_.all().end());
    for (auto& failure : report.failures) report_on_day(failure, verified_.policy);
    report.undecided = undecided_.all();
    return report;
  }

 private:
  void look_at(const Part& part, const Promise& promise, const Rise& rise) {
    if (part.before.empty() || part.before == part.after) return;
    const auto& order = orders_.of(part.before, part.after);
    if (order.answer == DueOrder::Answer::never_later) return;
    auto* failure = list_for(part, order).add(std::string{promise.id}, part.pairs, part.pairs, rise);
    if (failure == nullptr) return;
    if (order.example) failure->starts = order.example->starts;
    failure->sentence = delay_in_words(*failure, promise, part, order);
  }

  RiseFailures& list_for(const Part& part, const DueOrder& order) {
    if (part.after.empty()) return ended_;
    return order.answer == DueOrder::Answer::later ? delayed_ : undecided_;
  }

  const VerifiedPolicy& verified_;
  std::vector<PromiseClocks> promised_;
  std::uint64_t looked_at_ = 0;
  RiseFailures ended_;
  RiseFailures delayed_;
  RiseFailures undecided_;
  Orders orders_;
};

}  // namespace

PropertyReport find_delays(VerifiedPolicy& verified) {
  Delays delays{verified};
  for (const auto& rise : rises_of(verified.cells)) delays.look_at(rise);
  return delays.report();
}

}  // namespace earlyhelp
