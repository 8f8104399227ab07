#include <earlyhelp/io/measurement_page.hpp>

#include <earlyhelp/io/json_writer.hpp>

#include <cmath>
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

std::string group_of(const MeasuredFigure& figure) { return figure.group.value_or("not recorded"); }

/// Lower and upper end.
std::vector<std::string> ends(const boost::optional<Interval>& interval) {
  if (!interval) return {std::string{not_known}, std::string{not_known}};
  return {shortest(interval->lower), shortest(interval->upper)};
}

std::string per_cent(double share) { return std::to_string(std::lround(share * 100)) + " %"; }

std::string in_words(const MeasuredFigure& figure, double confidence) {
  const auto& measurement = *figure.measurement;
  const auto score = measurement.score();
  const auto share = earlyhelp::share(score);
  auto text = std::to_string(score.count) + " of " + std::to_string(score.total);
  if (!share) return text + ": " + std::string{to_string(measurement.status())};
  const auto interval = *measurement.interval(confidence);
  text += ", " + per_cent(*share) + " (" + per_cent(interval.lower) + " to " + per_cent(interval.upper) + ")";
  return measurement.status() == FigureStatus::ok ? text : text + ", " + std::string{to_string(measurement.status())};
}

/// Everybody of the initial population who is not in the share, by why; empty when all are.
std::string beside(const Measurement& measurement) {
  std::string text;
  for (const auto standing : values_of<Standing>) {
    const bool is_in_share = standing == Standing::numerator || standing == Standing::denominator_only;
    if (is_in_share || measurement.count(standing) == 0) continue;
    if (!text.empty()) text += ", ";
    text += std::string{to_string(standing)} + ' ' + std::to_string(measurement.count(standing));
  }
  return text;
}

}  // namespace

void write_csv(std::span<const MeasuredFigure> figures, double confidence, std::string& out) {
  std::vector<std::string> heading = {"indicator", "version", "unit", "group"};
  for (const auto criterion : values_of<Criterion>) heading.emplace_back(to_string(criterion));
  heading.insert(heading.end(), {"pending", "lost", "not_known", "score_numerator", "score_denominator", "share",
                                 "lower", "upper", "lower_bound", "upper_bound", "status"});
  write_row(heading, out);
  for (const auto& figure : figures) {
    const auto& measurement = *figure.measurement;
    const auto& indicator = measurement.indicator();
    std::vector<std::string> cells = {std::string{indicator.id.view()}, std::to_string(indicator.version),
                                      std::string{to_string(indicator.unit)}, group_of(figure)};
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
    write_row(cells, out);
  }
}

std::string measurement_page(std::span<const MeasuredFigure> figures, double confidence) {
  std::string page;
  const Measurement* before = nullptr;
  for (const auto& figure : figures) {
    const auto& measurement = *figure.measurement;
    const auto& indicator = measurement.indicator();
    if (before == nullptr || !(before->indicator().id == indicator.id)) {
      page += std::string{indicator.title.view()} + "\n  " + std::string{indicator.id.view()} + ", by " +
              std::string{to_string(indicator.unit)} + '\n';
    }
    before = &measurement;
    page += "    " + group_of(figure) + ": " + in_words(figure, confidence) + '\n';
    const auto others = beside(measurement);
    if (!others.empty()) page += "      and not in it: " + others + '\n';
  }
  return page;
}

void write_members(const Measurement& measurement, const CaseRegister& all, std::string& out) {
  write_row({"indicator", "standing", "ids"}, out);
  const auto& indicator = measurement.indicator();
  for (const auto& member : measurement.members()) {
    std::string ids;
    for (const auto& id : all.ids(indicator.unit, member.place)) ids += (ids.empty() ? "" : " ") + id;
    write_row({std::string{indicator.id.view()}, std::string{to_string(member.standing)}, ids}, out);
  }
}

}  // namespace earlyhelp::io
