#include <earlyhelp/report/worklist.hpp>

#include "report/case_report.hpp"

#include <algorithm>
#include <stdexcept>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace earlyhelp {
namespace {

/// What the cases say of the daily review of an incident.
struct CasesOfIncident {
  std::vector<CaseId> cases;
  bool is_reviewed = false;  ///< in one of them
  bool is_owed = false;      ///< in one of them
};

/// The incidents that may be on the list of the review, and what the cases say of each.
class ReviewIndex {
 public:
  ReviewIndex(std::span<const IncidentForReview> incidents, Instant now) {
    for (const auto& incident : incidents) {
      if (incident.recorded_at <= now) found_.emplace(incident.incident, CasesOfIncident{});
    }
  }

  void take(const CaseId& in_case, const std::vector<DutyRecord>& records) {
    auto found = found_.end();
    const DutyRecord* before = nullptr;
    for (const auto& record : records) {
      // The duties of one incident stand together.
      if (before == nullptr || before->incident != record.incident) found = found_.find(record.incident);
      before = &record;
      if (found == found_.end()) continue;
      auto& of_incident = found->second;
      if (of_incident.cases.empty() || of_incident.cases.back() != in_case) of_incident.cases.push_back(in_case);
      if (record.duty != CaseDuty::daily_review) continue;
      of_incident.is_reviewed = of_incident.is_reviewed || record.done_at.has_value();
      of_incident.is_owed = of_incident.is_owed || is_open(record);
    }
  }

  /// None: it is not on the list.
  boost::optional<ReviewItem> item(const IncidentForReview& incident, Instant last_review) const {
    const auto found = found_.find(incident.incident);
    if (found == found_.end()) return {};
    const auto& of_incident = found->second;
    const auto standing = standing_of(incident, of_incident, last_review);
    if (!standing) return {};
    ReviewItem item{.incident = incident, .standing = *standing, .cases = of_incident.cases};
    std::sort(item.cases.begin(), item.cases.end());
    return item;
  }

 private:
  static boost::optional<ReviewStanding> standing_of(const IncidentForReview& incident,
                                                     const CasesOfIncident& of_incident, Instant last_review) {
    const auto& [cases, is_reviewed, is_owed] = of_incident;
    if (incident.recorded_at > last_review) {
      return is_reviewed ? ReviewStanding::already_reviewed : ReviewStanding::since_last;
    }
    // Without a case nobody has said anything, and the decision says whether there is a review to come.
    const bool is_missing = cases.empty() ? incident.decision.known.duties.contains(Duty::daily_review) : is_owed;
    return boost::make_optional(!is_reviewed && is_missing, ReviewStanding::late);
  }

  std::unordered_map<IncidentId, CasesOfIncident> found_;
};

/// Whether something of `file` was recorded after `now`.
bool has_later(const CaseFile& file, Instant now) {
  const auto is_later = [&](const auto& record) { return record.recorded_at > now; };
  const auto any = [&](const auto& records) { return std::any_of(records.begin(), records.end(), is_later); };
  return any(file.events) || any(file.members) || any(file.ties) || any(file.residences);
}

bool is_empty(const CaseFile& file) {
  return file.events.empty() && file.members.empty() && file.ties.empty() && file.residences.empty();
}

/// In order.
std::vector<CaseId> each_once(std::span<const CaseId> ids) {
  std::vector<CaseId> all{ids.begin(), ids.end()};
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

void sort_duties(std::vector<OpenDuty>& duties) {
  std::sort(duties.begin(), duties.end(), [](const OpenDuty& a, const OpenDuty& b) {
    return std::tie(a.due, a.in_case, a.incident, a.duty) < std::tie(b.due, b.in_case, b.incident, b.duty);
  });
}

void sort(Worklist& list) {
  const auto by_gravity = [](const ReviewItem& a, const ReviewItem& b) { return is_graver(a.incident, b.incident); };
  std::sort(list.daily_review.begin(), list.daily_review.end(), by_gravity);
  for (auto* duties : {&list.overdue, &list.due_today, &list.later, &list.not_covered}) sort_duties(*duties);
  std::sort(list.waiting.begin(), list.waiting.end(), [](const WaitingCase& a, const WaitingCase& b) {
    if (a.due.has_value() != b.due.has_value()) return a.due.has_value();
    return std::tie(a.due, a.since, a.in_case) < std::tie(b.due, b.since, b.in_case);
  });
  const auto by_case_and_person = [](const NoSafeChannel& a, const NoSafeChannel& b) {
    return std::tie(a.in_case, a.person) < std::tie(b.in_case, b.person);
  };
  std::sort(list.no_safe_channel.begin(), list.no_safe_channel.end(), by_case_and_person);
  const auto by_case = [](const CaseViolation& a, const CaseViolation& b) { return a.in_case < b.in_case; };
  std::stable_sort(list.violations.begin(), list.violations.end(), by_case);
  std::sort(list.retention.begin(), list.retention.end(), [](const CaseRetention& a, const CaseRetention& b) {
    return std::tie(a.review.due_on, a.in_case) < std::tie(b.review.due_on, b.in_case);
  });
}

}  // namespace

Worklist worklist(const WorklistInput& input, const CaseworkPolicy& policy, const Calendar& calendar, Instant now) {
  if (input.last_review > now) throw std::invalid_argument{"worklist: the last review is after the moment of the list"};
  Worklist list{.now = now, .last_review = input.last_review, .cases = 0};
  list.incomplete = each_once(input.incomplete);
  CaseReporter reporter{list, policy, calendar};
  ReviewIndex reviews{input.incidents, now};
  for (const auto& file : input.cases) {
    const auto known = has_later(file, now) ? boost::make_optional(as_of(file, now)) : boost::none;
    const auto& as_known = known ? *known : file;
    if (is_empty(as_known)) continue;
    const bool is_incomplete = std::binary_search(list.incomplete.begin(), list.incomplete.end(), file.id);
    reviews.take(as_known.id, reporter.add(as_known, is_incomplete));
  }
  for (const auto& incident : input.incidents) {
    auto item = reviews.item(incident, input.last_review);
    if (item) list.daily_review.push_back(std::move(*item));
  }
  list.practitioners = std::move(reporter).practitioners();
  sort(list);
  return list;
}

}  // namespace earlyhelp
