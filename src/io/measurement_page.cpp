#include <earlyhelp/io/measurement_page.hpp>

#include "per_cent.hpp"

#include <earlyhelp/io/json_writer.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <vector>

namespace earlyhelp::io {
namespace {

constexpr std::string_view not_known = "NA";

std::string shortest(const boost::optional<double>& value) {
  if (!value) return std::string{not_known};
  std::string text;
  JsonWriter{text}.number(*value);
  return text;
}

/// A field of a CSV row; what would end it early is put in quotes.
std::string quoted(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string{text};
  std::string field = "\"";
  for (const auto c : text) {
    field += c;
    if (c == '"') field += c;
  }
  return field += '"';
}

void write_row(const std::vector<std::string>& cells, std::string& out) {
  for (const auto& cell : cells) {
    if (&cell != &cells.front()) out += ',';
    out += quoted(cell);
  }
  out += '\n';
}

std::string group_of(const Stratum& stratum) { return stratum.group.value_or("not recorded"); }

/// Lower and upper end.
std::vector<std::string> ends(const boost::optional<Interval>& interval) {
  if (!interval) return {std::string{not_known}, std::string{not_known}};
  return {shortest(interval->lower), shortest(interval->upper)};
}

std::vector<std::string> cells_of(const Stratum& stratum, double confidence) {
  const auto& measurement = stratum.measurement;
  const auto& indicator = measurement.indicator();
  std::vector<std::string> cells = {std::string{indicator.id.view()}, std::to_string(indicator.version),
                                    std::string{to_string(indicator.unit)}, group_of(stratum)};
  const auto counts = measurement.counts();
  for (const auto criterion : values_of<Criterion>) cells.push_back(std::to_string(counts.of(criterion)));
  for (const auto standing : {Standing::pending, Standing::lost, Standing::not_known}) {
    cells.push_back(std::to_string(measurement.count(standing)));
  }
  const auto score = measurement.score();
  cells.insert(cells.end(), {std::to_string(score.count), std::to_string(score.total), shortest(share(score))});
  for (const auto& interval : {measurement.interval(confidence), measurement.bounds()}) {
    const auto both = ends(interval);
    cells.insert(cells.end(), both.begin(), both.end());
  }
  cells.emplace_back(to_string(measurement.status()));
  return cells;
}

std::string in_words(const Interval& interval) { return per_cent(interval.lower) + " to " + per_cent(interval.upper); }

std::string in_words(const Measurement& measurement, double confidence) {
  const auto score = measurement.score();
  const auto share = earlyhelp::share(score);
  auto text = std::to_string(score.count) + " of " + std::to_string(score.total);
  if (!share) return text + ": " + std::string{to_string(measurement.status())};
  text += ", " + per_cent(*share) + " (" + in_words(*measurement.interval(confidence)) + ")";
  return measurement.status() == FigureStatus::ok ? text : text + ", " + std::string{to_string(measurement.status())};
}

/// Everybody of the initial population who is not in the denominator, by why; empty when all are.
std::string beside(const Measurement& measurement) {
  std::string text;
  for (const auto standing : values_of<Standing>) {
    if (is_in_denominator(standing) || measurement.count(standing) == 0) continue;
    if (!text.empty()) text += ", ";
    text += std::string{to_string(standing)} + ' ' + std::to_string(measurement.count(standing));
  }
  return text;
}

bool is_any_undecided(const Measurement& measurement) {
  return std::any_of(values_of<Standing>.begin(), values_of<Standing>.end(),
                     [&](Standing standing) { return is_undecided(standing) && measurement.count(standing) > 0; });
}

void write_figure(const Stratum& stratum, double confidence, std::string& page) {
  const auto& measurement = stratum.measurement;
  page += "    " + group_of(stratum) + ": " + in_words(measurement, confidence) + '\n';
  const auto line = [&](const std::string& text) { page += "      " + text + '\n'; };
  const auto taken_out = measurement.count(Standing::numerator_excluded);
  if (taken_out > 0) line("in it, and taken out of the numerator: " + std::to_string(taken_out));
  const auto others = beside(measurement);
  if (!others.empty()) line("and not in it: " + others);
  if (is_any_undecided(measurement)) {
    line("bounds: " + in_words(*measurement.bounds()) + ", if none or all of the undecided came to count");
  }
}

/// By when a share of them have had it happen.
std::string reached_by(const TimeTaken& time, double share) {
  const auto status = time.status(share);
  const auto reached = time.quantile(share);
  if (!reached) return std::string{to_string(status)};
  const auto text =
      std::to_string(std::lround(*reached)) + ' ' + std::string{time.measurement().indicator().time.unit.view()};
  return status == FigureStatus::ok ? text : text + " (" + std::string{to_string(status)} + ')';
}

void write_time(const TimeTaken& time, std::string& page) {
  constexpr auto half = 0.5;
  constexpr auto most = 0.95;
  page += "    time " + std::string{time.measurement().indicator().time.measures.view()} + ": median " +
          reached_by(time, half) + ", 95th percentile " + reached_by(time, most);
  if (time.untimed() > 0) page += ", " + std::to_string(time.untimed()) + " without a time";
  page += '\n';
}

/// What the curve says of the last day of its window.
std::string in_words(const RecurrenceWindow& window) {
  if (!window.is_survival_known()) return "nobody was followed so long";
  std::string text = "no events";
  if (!window.is_without_events()) {
    text = per_cent(window.survival->survival) + " without";
    if (const auto& interval = window.survival->interval) text += " (" + in_words(*interval) + ")";
  }
  text += ", " + std::to_string(window.at_risk) + " of " + std::to_string(window.subjects) + " at risk";
  return window.is_of_few() ? text + ": few" : text;
}

void write_follow_up(const CalloutFollowUp& follow_up, std::string& page) {
  page += "    curve of all who were followed, after " + std::to_string(follow_up.window.days) +
          " days: " + in_words(follow_up.window) + '\n';
  page += "    expected with nothing done: ";
  page += follow_up.expected ? per_cent(*follow_up.expected) + ", by a model that is an illustration"
                             : std::string{to_string(FigureStatus::no_denominator)};
  page += '\n';
}

}  // namespace

void write_csv(std::span<const MeasuredIndicator> indicators, double confidence, std::string& out) {
  std::vector<std::string> heading = {"indicator", "version", "unit", "group"};
  for (const auto criterion : values_of<Criterion>) heading.emplace_back(to_string(criterion));
  heading.insert(heading.end(), {"pending", "lost", "not_known", "score_numerator", "score_denominator", "share",
                                 "lower", "upper", "lower_bound", "upper_bound", "status"});
  write_row(heading, out);
  for (const auto& measured : indicators) {
    for (const auto& stratum : measured.strata) write_row(cells_of(stratum, confidence), out);
  }
}

std::string measurement_page(std::span<const MeasuredIndicator> indicators, double confidence) {
  std::string page;
  for (const auto& [indicator, strata, time, follow_up] : indicators) {
    page += std::string{indicator.title.view()} + "\n  " + std::string{indicator.id.view()} + ", by " +
            std::string{to_string(indicator.unit)} + '\n';
    if (strata.empty()) page += "    nobody\n";
    for (const auto& stratum : strata) write_figure(stratum, confidence, page);
    if (time) write_time(*time, page);
    if (follow_up) write_follow_up(*follow_up, page);
  }
  return page;
}

void write_members(std::span<const MeasuredIndicator> indicators, const CaseRegister& all, std::string& out) {
  write_row({"indicator", "group", "standing", "ids"}, out);
  for (const auto& measured : indicators) {
    const auto& indicator = measured.indicator;
    for (const auto& stratum : measured.strata) {
      for (const auto& member : stratum.measurement.members()) {
        std::string ids;
        for (const auto& id : all.ids(indicator.unit, member.place)) ids.append(ids.empty() ? "" : " ").append(id);
        write_row({std::string{indicator.id.view()}, group_of(stratum), std::string{to_string(member.standing)}, ids},
                  out);
      }
    }
  }
}

}  // namespace earlyhelp::io
