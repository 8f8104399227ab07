#include "case_words.hpp"

#include <earlyhelp/io/verification_page.hpp>
#include <earlyhelp/triage/fact.hpp>
#include <earlyhelp/triage/realisable.hpp>

#include <algorithm>
#include <string_view>

namespace earlyhelp::io {
namespace {

using earlyhelp::to_string;

std::string padded(std::string text, std::size_t width) {
  text.resize(std::max(width, text.size()), ' ');
  return text;
}

std::string page_of(const FactCut& cut, const Facts& quiet) {
  auto text = "  " + padded(cut.name, 28) + padded_left(std::to_string(cut.values.size()), 2);
  if (cut.values.size() == 1) return text + "  not looked at\n";
  std::string values;
  for (const auto& value : cut.values) {
    std::string words;
    if (cut.facts.size() == 1) {
      for (const auto fact : cut.facts) words = value_of(fact, value);
    } else {
      words = &value == &cut.values.front() ? "quiet" : departures(value, quiet);
    }
    values += (values.empty() ? "  " : " | ") + words;
  }
  return text + values + "\n";
}

std::string page_of(const Failure& failure, const Facts& quiet) {
  auto text = "      " + failure.subject + ", in " + grouped(failure.cases) + ": " + failure.sentence + "\n";
  if (failure.facts) text += "        for example: " + departures(*failure.facts, quiet) + "\n";
  if (failure.other) text += "        and then:    " + departures(*failure.other, *failure.facts) + "\n";
  return text;
}

std::string page_of(const PropertyReport& report, const Facts& quiet) {
  auto text = std::string{report.failures.empty() ? "  holds  " : "  FAILS  "} +
              std::string{to_string(report.property)} + ": " + std::string{title_of(report.property)} + " (" +
              grouped(report.cases) + ")\n";
  for (const auto& failure : report.failures) text += page_of(failure, quiet);
  if (!report.undecided.empty()) text += "    not decided:\n";
  for (const auto& failure : report.undecided) text += page_of(failure, quiet);
  return text;
}

std::string page_of(const RuleReport& rule, std::size_t width) {
  constexpr std::size_t column = 24;
  return "  " + padded(std::string{rule.id.view()}, width) + padded_left(grouped(rule.fires_in), column) +
         padded_left(grouped(rule.matters_in), column) + padded_left(grouped(rule.only_reason_in), column) + "\n";
}

}  // namespace

std::string verification_page(const Verification& found) {
  auto page = "Policy " + std::string{found.policy.id.view()} + ", version " + std::to_string(found.policy.version) +
              ", in force from " + to_string(found.policy.in_force_from) + "\n\nCASES: " + grouped(found.cases) +
              " that an incident can have, out of " + grouped(found.combinations) +
              " combinations of these values; within one nothing that decides changes\n\n";
  for (const auto& cut : found.cuts) page += page_of(cut, found.quiet);
  page += "\nNo incident breaks these, so what does is no case:\n\n";
  for (const auto& constraint : constraints()) page += "  " + std::string{constraint.title} + "\n";
  page +=
      "\nPROPERTIES, and how many cases, or pairs of them, each was held against; clocks as in London, and nobody "
      "attends "
      "before the report\n\n";
  for (const auto& report : found.properties) page += page_of(report, found.quiet);

  std::size_t width = 0;
  for (const auto& rule : found.rules) width = std::max(width, rule.id.size());
  page += "\nRULES\n\n  " + padded("", width) + padded_left("fires in", 24) +
          padded_left("changes what is done in", 24) + padded_left("is the only reason in", 24) + "\n";
  for (const auto& rule : found.rules) page += page_of(rule, width);

  const auto failed = std::count_if(found.properties.begin(), found.properties.end(),
                                    [](const PropertyReport& report) { return !report.failures.empty(); });
  return page + "\n" +
         (failed == 0
              ? "Everything holds"
              : std::to_string(failed) + " of " + std::to_string(found.properties.size()) + " properties do not hold") +
         ".\n";
}

}  // namespace earlyhelp::io
