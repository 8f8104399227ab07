#include <earlyhelp/io/feed.hpp>
#include <earlyhelp/io/feed_triage.hpp>

#include <utility>
#include <variant>

namespace earlyhelp::io {
namespace {

constexpr std::uint64_t rows_between_news = 8192;

class FeedTriage {
 public:
  FeedTriage(const std::string& file, History history, const PolicyTimeline& policies, const Calendar& calendar,
             boost::optional<Instant> as_of, const FeedListener& listener)
      : feed_{file},
        history_{std::move(history)},
        policies_{policies},
        calendar_{calendar},
        as_of_{as_of},
        listener_{listener} {}

  OrFileError<TriageCounts> run() {
    while (const auto row = feed_.next()) {
      ++counts_.rows;
      check(*row);
      tell(counts_.rows, boost::none);
    }
    if (feed_.error()) return *feed_.error();
    feed_.rewind();
    while (const auto row = feed_.next()) {
      if (const auto* incident = std::get_if<Incident>(&*row)) decide(*incident);
      tell(feed_.counts().rows(), counts_.rows);
    }
    if (feed_.error()) return *feed_.error();
    return counts_;
  }

 private:
  /// The first pass: the good rows become history.
  void check(const Row<Incident>& row) {
    if (const auto* reject = std::get_if<Reject>(&row)) return refuse(*reject);
    const auto& incident = *std::get_if<Incident>(&row);
    if (is_in_the_future(incident)) {
      ++counts_.not_yet_recorded;
      return;
    }
    history_.add(incident);
    if (policies_.on(incident.reported_at.day)) return;
    refuse({.line = feed_.line(), .field = "reported_at", .reason = "expected a day on which a policy was in force"});
  }

  /// The second pass: the good rows are decided.
  void decide(const Incident& incident) {
    const auto policy = policies_.on(incident.reported_at.day);
    if (!policy || is_in_the_future(incident)) return;
    const auto decided = triage(incident, history_, *policy);
    const auto due = due_times(decided.decision, clock_starts(incident), *policy, calendar_);
    ++counts_.decided;
    if (!listener_.on_decision) return;
    listener_.on_decision({.incident = incident, .decided = decided, .due = due, .policy = *policy});
  }

  void refuse(const Reject& reject) {
    ++counts_.rejected;
    if (listener_.on_reject) listener_.on_reject(reject);
  }

  bool is_in_the_future(const Incident& incident) const { return as_of_ && incident.recorded_at.instant > *as_of_; }

  void tell(std::uint64_t done, boost::optional<std::uint64_t> total) const {
    const bool is_last = total && done == *total;
    if (!listener_.on_progress || (done % rows_between_news != 0 && !is_last)) return;
    listener_.on_progress(done, total);
  }

  Feed feed_;
  History history_;
  const PolicyTimeline& policies_;
  const Calendar& calendar_;
  boost::optional<Instant> as_of_;
  const FeedListener& listener_;
  TriageCounts counts_;
};

}  // namespace

OrFileError<TriageCounts> triage_feed(const std::string& file, History history, const PolicyTimeline& policies,
                                      const Calendar& calendar, boost::optional<Instant> as_of,
                                      const FeedListener& listener) {
  return FeedTriage{file, std::move(history), policies, calendar, as_of, listener}.run();
}

}  // namespace earlyhelp::io
