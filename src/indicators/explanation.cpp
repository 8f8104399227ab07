#include <earlyhelp/indicators/explanation.hpp>

#include "indicators/asked.hpp"

#include <stdexcept>

namespace earlyhelp {
namespace {

std::string words(std::string_view id) {
  std::string text{id};
  for (auto& c : text) {
    if (c == '_') c = ' ';
  }
  return text;
}

std::string line(std::string_view label, std::string_view what) {
  std::string text{label};
  return text.append(": ").append(what);
}

}  // namespace

std::vector<std::string> explain(const Indicator& indicator) {
  indicator.require_sound();
  std::vector<std::string> lines = {
      line(indicator.id.view(), indicator.title.view()),
      line("version", std::to_string(indicator.version)),
      line("counted by", to_string(indicator.unit)),
      line("index date", words(to_string(indicator.index))),
  };
  for (const auto criterion : values_of<Criterion>) {
    const auto& question = indicator.question(criterion);
    if (question.of != nullptr) lines.push_back(line(words(to_string(criterion)), question.asks.view()));
  }
  if (indicator.time.of != nullptr) {
    lines.push_back(line("time in " + std::string{indicator.time.unit.view()}, indicator.time.measures.view()));
  }
  if (indicator.window_days) lines.push_back(line("window", std::to_string(*indicator.window_days) + " days"));
  lines.push_back(line("improvement", to_string(indicator.direction)));
  lines.push_back(line("unstable below", std::to_string(indicator.minimum)));
  lines.push_back(line("source", indicator.source.title.view()));
  if (!indicator.source.section.empty()) lines.back().append(", ").append(indicator.source.section.view());
  return lines;
}

SubjectExplanation explain(const Indicator& indicator, const CaseRegister& all, const Period& period,
                           std::size_t place) {
  indicator.require_sound();
  if (place >= all.size(indicator.unit)) throw std::out_of_range{"explain: there is no such subject"};
  SubjectExplanation explanation{.index = index_in(period, indicator, all, place)};
  if (!explanation.index) return explanation;
  const Subject subject{
      .all = all, .indicator = indicator, .period = period, .place = place, .index = *explanation.index};
  explanation.standing = standing_of(subject, [&](Criterion criterion, Reply reply) {
    explanation.asked.push_back(
        {.criterion = criterion, .reply = reply, .is_asked = indicator.question(criterion).of != nullptr});
  });
  return explanation;
}

}  // namespace earlyhelp
