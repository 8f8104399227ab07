#include "case_words.hpp"

#include <earlyhelp/io/comparison_page.hpp>

namespace earlyhelp::io {
namespace {

using earlyhelp::to_string;

constexpr std::size_t count_width = 24;

std::string words_of(const PolicyStamp& stamp) {
  return std::string{stamp.id.view()} + ", version " + std::to_string(stamp.version) + ", in force from " +
         to_string(stamp.in_force_from);
}

std::string standing(Route route, boost::optional<RiskGrade> grade) {
  return std::string{to_string(route)} + ", " + std::string{to_string(grade)};
}

std::string such_as(const boost::optional<Facts>& example, const Facts& quiet) {
  return example ? "      such as: " + departures(*example, quiet) + "\n" : "";
}

std::string page_of(const Move& move, const Facts& quiet) {
  return padded_left(grouped(move.cases), count_width) + "  " + standing(move.route_before, move.grade_before) +
         " -> " + standing(move.route_after, move.grade_after) + "\n" + such_as(move.example, quiet);
}

std::string page_of(const DutyChange& change, const Facts& quiet) {
  const std::string duty{to_string(change.duty)};
  std::string page;
  if (change.added != 0) {
    page +=
        padded_left("+" + grouped(change.added), count_width) + "  " + duty + "\n" + such_as(change.added_to, quiet);
  }
  if (change.dropped != 0) {
    page += padded_left("-" + grouped(change.dropped), count_width) + "  " + duty + "\n" +
            such_as(change.dropped_from, quiet);
  }
  if (change.rescheduled != 0) {
    page += padded_left("~" + grouped(change.rescheduled), count_width) + "  " + duty + "\n" +
            such_as(change.rescheduled_in, quiet);
  }
  return page;
}

std::string not_compared(EnumSet<Parameter> parameters) {
  if (parameters.empty()) return "";
  std::string page = "\nNOT COMPARED, though the policies differ in it: a case does not say since when it counts\n\n";
  for (const auto parameter : parameters) page += "  " + std::string{to_string(parameter)} + "\n";
  return page + "\nGive a FEED to see what becomes of incidents with their history.\n";
}

}  // namespace

std::string comparison_page(const CaseComparison& found) {
  auto page = "Policy " + words_of(found.before) + "\nand in its place " + words_of(found.after) +
              "\n\nCASES: " + grouped(found.cases) + " that an incident can have, of which " + grouped(found.unmoved) +
              " keep grade and route, and " + grouped(found.cases - found.unmoved) +
              " move\nCases are combinations of facts, not weighted by how often they come up: many may never be an "
              "incident.\nGive a FEED to see how many incidents move.\n";
  page += "\nMOVES, and the smallest incident of each\n\n";
  if (found.moves.empty()) page += "  none\n";
  for (const auto& move : found.moves) page += page_of(move, found.quiet);
  page += "\nDUTIES, added (+), dropped (-) and due by other clocks (~) in so many cases\n\n";
  if (found.duties.empty()) page += "  none\n";
  for (const auto& change : found.duties) page += page_of(change, found.quiet);
  return page + not_compared(found.not_compared);
}

}  // namespace earlyhelp::io
