#include "feed_order.hpp"

#include <earlyhelp/io/feed.hpp>
#include <earlyhelp/io/feed_triage.hpp>

#include <algorithm>
#include <span>
#include <utility>
#include <variant>
#include <vector>

namespace earlyhelp::io {
namespace {

constexpr std::uint64_t rows_between_news = 8192;

/// So many rows are read before they become history, and before any of them is decided.
constexpr std::size_t rows_at_once = 256;

class FeedTriage {
 public:
  FeedTriage(std::string file, History history, const PolicyTimeline& policies, const Calendar& calendar,
             boost::optional<Instant> as_of, const FeedListener& listener)
      : file_{std::move(file)},
        as_of_{as_of},
        history_{std::move(history)},
        policies_{policies},
        calendar_{calendar},
        listener_{listener} {}

  /// `source`: a LineReader or a TableReader.
  template <class Source>
  OrFileError<TriageCounts> run(Source source) {
    FeedOrder order{as_of_};
    const bool is_in_order = look_through(source, order);
    if (source.error()) return *source.error();
    source.rewind();
    next_news_ = rows_between_news;
    Feed feed{std::move(source), as_of_};
    return is_in_order ? triage_as_read(feed, order.rows()) : triage_when_read(feed);
  }

 private:
  static auto glance(LineReader& lines) { return lines.next(); }
  static auto glance(TableReader& table) { return table.glance(); }

  /// Whether the feed stands in the order in which its rows were recorded.
  template <class Source>
  bool look_through(Source& source, FeedOrder& order) {
    while (const auto row = glance(source)) {
      if (!order.goes_on_with(*row)) return false;
      tell(order.rows(), boost::none);
    }
    return true;
  }

  /// In one pass over the `rows` rows of a feed that is in order. Incidents are decided when a later one was read, so
  /// that all that were recorded at the same moment are history.
  OrFileError<TriageCounts> triage_as_read(Feed& feed, std::uint64_t rows) {
    while (feed.counts().rows() < rows) {
      auto* const row = feed.next_in_place();
      if (row == nullptr || feed.counts().rows() > rows) break;
      if (const auto* incident = std::get_if<Incident>(row); incident != nullptr && !waiting_.empty()) {
        const auto recorded = incident->recorded_at.instant;
        const auto latest = waiting_.back().recorded_at.instant;
        if (recorded < latest) return changed();
        if (waiting_.size() >= rows_at_once && latest < recorded) decide_waiting();
      }
      take(*row, feed);
      tell(feed.counts().rows(), rows);
    }
    if (feed.error()) return *feed.error();
    decide_waiting();
    return counts_of(rows, feed.counts().rejected + without_policy_, feed.counts().not_yet_recorded);
  }

  /// In two passes over a feed in any order: when everything was read, the good rows are decided.
  OrFileError<TriageCounts> triage_when_read(Feed& feed) {
    while (auto* const row = feed.next_in_place()) {
      take(*row, feed);
      if (waiting_.size() >= rows_at_once) remember_waiting();
      tell(feed.counts().rows(), boost::none);
    }
    remember_waiting();
    if (feed.error()) return *feed.error();
    const auto first = feed.counts();
    feed.rewind();
    next_news_ = rows_between_news;
    while (auto* const row = feed.next_in_place()) {
      if (feed.counts().rows() > first.rows()) break;
      if (auto* incident = std::get_if<Incident>(row)) waiting_.push_back(std::move(*incident));
      if (waiting_.size() >= rows_at_once) {
        decide(waiting_);
        waiting_.clear();
      }
      tell(feed.counts().rows(), first.rows());
    }
    decide(waiting_);
    if (feed.error()) return *feed.error();
    return counts_of(first.rows(), first.rejected + without_policy_, first.not_yet_recorded);
  }

  OrFileError<TriageCounts> counts_of(std::uint64_t rows, std::uint64_t rejected, std::uint64_t not_yet_recorded) {
    if (listener_.on_progress) listener_.on_progress(rows, rows);
    if (decided_ + rejected + not_yet_recorded != rows) return changed();
    return TriageCounts{.rows = rows, .decided = decided_, .rejected = rejected, .not_yet_recorded = not_yet_recorded};
  }

  FileError changed() const { return {.file = file_, .reason = "changed while it was read"}; }

  /// Good rows wait until they become history, some at once.
  void take(Row<Incident>& row, const Feed& feed) {
    if (const auto* reject = std::get_if<Reject>(&row)) return refuse(*reject);
    auto& incident = *std::get_if<Incident>(&row);
    if (!policies_.on(incident.reported_at.day)) {
      ++without_policy_;
      refuse({.line = feed.line(),
              .field = feed.name_of("reported_at"),
              .reason = "expected a day on which a policy was in force"});
    }
    waiting_.push_back(std::move(incident));
  }

  void remember_waiting() {
    history_.add(waiting_);
    waiting_.clear();
  }

  void decide_waiting() {
    history_.add(waiting_);
    decide(waiting_);
    waiting_.clear();
  }

  /// Those of one policy that stand together are decided together.
  void decide(std::span<const Incident> incidents) {
    while (!incidents.empty()) {
      const auto policy = policies_.on(incidents.front().reported_at.day);
      const auto is_other = [&](const Incident& incident) {
        return policies_.on(incident.reported_at.day).get_ptr() != policy.get_ptr();
      };
      const auto end = std::find_if(incidents.begin(), incidents.end(), is_other);
      const auto together = incidents.first(static_cast<std::size_t>(end - incidents.begin()));
      if (policy) decide(together, *policy);
      incidents = incidents.subspan(together.size());
    }
  }

  void decide(std::span<const Incident> incidents, const Policy& policy) {
    triage(incidents, history_, policy, decisions_);
    for (std::size_t i = 0; i < incidents.size(); ++i) {
      const auto& incident = incidents[i];
      const auto due = due_times(decisions_[i].decision, clock_starts(incident), policy, calendar_);
      ++decided_;
      if (!listener_.on_decision) continue;
      listener_.on_decision({.incident = incident, .decided = decisions_[i], .due = due, .policy = policy});
    }
  }

  void refuse(const Reject& reject) const {
    if (listener_.on_reject) listener_.on_reject(reject);
  }

  void tell(std::uint64_t done, boost::optional<std::uint64_t> total) {
    if (!listener_.on_progress || done < next_news_) return;
    next_news_ = done + rows_between_news;
    listener_.on_progress(done, total);
  }

  std::string file_;
  boost::optional<Instant> as_of_;
  History history_;
  const PolicyTimeline& policies_;
  const Calendar& calendar_;
  const FeedListener& listener_;
  std::vector<Incident> waiting_;
  std::vector<IncidentDecision> decisions_;  ///< of the rows decided last
  std::uint64_t next_news_ = rows_between_news;
  std::uint64_t without_policy_ = 0;
  std::uint64_t decided_ = 0;
};

}  // namespace

OrFileError<TriageCounts> triage_feed(const std::string& file, History history, const PolicyTimeline& policies,
                                      const Calendar& calendar, boost::optional<Instant> as_of,
                                      const FeedListener& listener) {
  return FeedTriage{file, std::move(history), policies, calendar, as_of, listener}.run(LineReader{file});
}

OrFileError<TriageCounts> triage_table(const std::string& csv_file, Mapping mapping, History history,
                                       const PolicyTimeline& policies, const Calendar& calendar,
                                       boost::optional<Instant> as_of, const FeedListener& listener) {
  return FeedTriage{csv_file, std::move(history), policies, calendar, as_of, listener}.run(
      TableReader{csv_file, std::move(mapping)});
}

}  // namespace earlyhelp::io
