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
      : file_{file},
        feed_{file, as_of},
        history_{std::move(history)},
        policies_{policies},
        calendar_{calendar},
        listener_{listener} {}

  OrFileError<TriageCounts> run() {
    while (const auto row = feed_.next()) {
      check(*row);
      tell(boost::none);
    }
    if (feed_.error()) return *feed_.error();
    const auto first = feed_.counts();
    const auto rejected = first.rejected + without_policy_;
    feed_.rewind();
    next_news_ = rows_between_news;
    while (const auto row = feed_.next()) {
      if (feed_.counts().rows() > first.rows()) break;
      if (const auto* incident = std::get_if<Incident>(&*row)) decide(*incident);
      tell(first.rows());
    }
    if (feed_.error()) return *feed_.error();
    if (listener_.on_progress) listener_.on_progress(first.rows(), first.rows());
    const TriageCounts counts{
        .rows = first.rows(), .decided = decided_, .rejected = rejected, .not_yet_recorded = first.not_yet_recorded};
    if (counts.decided + counts.rejected + counts.not_yet_recorded != counts.rows) {
      return FileError{.file = file_, .reason = "changed while it was read"};
    }
    return counts;
  }

 private:
  /// The first pass: the good rows become history.
  void check(const Row<Incident>& row) {
    if (const auto* reject = std::get_if<Reject>(&row)) return refuse(*reject);
    const auto& incident = *std::get_if<Incident>(&row);
    history_.add(incident);
    if (policies_.on(incident.reported_at.day)) return;
    ++without_policy_;
    refuse({.line = feed_.line(), .field = "reported_at", .reason = "expected a day on which a policy was in force"});
  }

  /// The second pass: the good rows are decided.
  void decide(const Incident& incident) {
    const auto policy = policies_.on(incident.reported_at.day);
    if (!policy) return;
    const auto decided = triage(incident, history_, *policy);
    const auto due = due_times(decided.decision, clock_starts(incident), *policy, calendar_);
    ++decided_;
    if (!listener_.on_decision) return;
    listener_.on_decision({.incident = incident, .decided = decided, .due = due, .policy = *policy});
  }

  void refuse(const Reject& reject) const {
    if (listener_.on_reject) listener_.on_reject(reject);
  }

  void tell(boost::optional<std::uint64_t> total) {
    const auto done = feed_.counts().rows();
    if (!listener_.on_progress || done < next_news_) return;
    next_news_ = done + rows_between_news;
    listener_.on_progress(done, total);
  }

  const std::string& file_;
  Feed feed_;
  History history_;
  const PolicyTimeline& policies_;
  const Calendar& calendar_;
  const FeedListener& listener_;
  std::uint64_t next_news_ = rows_between_news;
  std::uint64_t without_policy_ = 0;
  std::uint64_t decided_ = 0;
};

}  // namespace

OrFileError<TriageCounts> triage_feed(const std::string& file, History history, const PolicyTimeline& policies,
                                      const Calendar& calendar, boost::optional<Instant> as_of,
                                      const FeedListener& listener) {
  return FeedTriage{file, std::move(history), policies, calendar, as_of, listener}.run();
}

}  // namespace earlyhelp::io
