#include <earlyhelp/outcomes/scored_instrument.hpp>
#include <earlyhelp/outcomes/sdq.hpp>

#include <algorithm>
#include <string>
#include <tuple>

namespace earlyhelp {
namespace {

constexpr auto less_is_better = Improvement::decrease;
constexpr auto more_is_better = Improvement::increase;

struct Scale {
  boost::optional<double> lowest;
  boost::optional<double> highest;
  bool is_whole;
};

Scale whole(double lowest, double highest) { return {.lowest = lowest, .highest = highest, .is_whole = true}; }
Scale any(double lowest, double highest) { return {.lowest = lowest, .highest = highest, .is_whole = false}; }

ScoredInstrument here(const std::string& id, std::uint16_t version, const char* score, const Scale& scale,
                      Improvement improvement, const Source& source) {
  return {.id = std::string_view{id},
          .version = version,
          .score = score,
          .lowest = scale.lowest,
          .highest = scale.highest,
          .is_whole = scale.is_whole,
          .improvement = improvement,
          .scored_by = ScoredBy::library,
          .source = source};
}

ScoredInstrument elsewhere(const std::string& id, std::uint16_t version, const char* score, const Scale& scale,
                           Improvement improvement, const Source& source) {
  auto instrument = here(id, version, score, scale, improvement, source);
  instrument.scored_by = ScoredBy::elsewhere;
  return instrument;
}

std::vector<ScoredInstrument> sdq_scales() {
  const Source source{.title = "Strengths and Difficulties Questionnaire, scoring syntax of its owners"};
  std::vector<ScoredInstrument> scales;
  for (const auto informant : values_of<SdqInformant>) {
    const auto prefix = "sdq_" + std::string{to_string(informant)} + "_";
    for (const auto scale : values_of<SdqScale>) {
      scales.push_back(here(prefix + std::string{to_string(scale)}, 1, "points of the scale", whole(0, sdq_most(scale)),
                            scale == SdqScale::prosocial ? more_is_better : less_is_better, source));
    }
    const auto most_impact = informant == SdqInformant::teacher ? 6 : 10;
    scales.push_back(here(prefix + "impact", 1, "points", whole(0, most_impact), less_is_better, source));
  }
  return scales;
}

std::vector<ScoredInstrument> others() {
  const Source five_items{.title = "Snider and others (2009); Messing, Campbell and Snider (2017)"};
  const Source danger{.title = "Campbell, J. C., Webster, D. W. and Glass, N. (2009), The Danger Assessment",
                      .section = "weights and range not verified"};
  const Scale from_zero{.lowest = 0, .highest = {}, .is_whole = false};
  const Scale unknown_range{.lowest = {}, .highest = {}, .is_whole = false};
  const Scale unknown_whole_range{.lowest = {}, .highest = {}, .is_whole = true};
  return {
      here("ace", 1, "kinds of adverse experience before 18", whole(0, 10), Improvement::neutral,
           {.title = "Felitti and others 1998"}),
      here("da5", 2009, "of five factors, with beaten in pregnancy", whole(0, 5), less_is_better, five_items),
      here("da5", 2017, "of five factors, with strangulation", whole(0, 5), less_is_better, five_items),
      elsewhere("danger_assessment", 1, "15 items, unweighted", unknown_whole_range, less_is_better, danger),
      elsewhere("danger_assessment", 2, "20 items, weighted", unknown_whole_range, less_is_better, danger),
      here("gas", 1, "T score of all goals", unknown_range, more_is_better,
           {.title = "Kiresuk and Sherman (1968), goal attainment scaling", .section = "formula not verified"}),
      here("gbo", 1, "mean rating of up to three goals", any(0, 10), more_is_better,
           {.title = "Goal Based Outcomes tool, guidance notes"}),
      here("lap", 1, "1 when the screen asks for a referral", whole(0, 1), less_is_better,
           {.title = "Lethality Assessment Program, Maryland model"}),
      here("odara", 1, "of thirteen items", whole(0, 13), less_is_better,
           {.title = "Ontario Domestic Assault Risk Assessment"}),
      here("ons_severity", 2021, "days, of all offences", from_zero, less_is_better,
           {.title = "Office for National Statistics, Crime Severity Score (experimental statistics)"}),
      elsewhere("outcomes_star", 1, "place on the scale of one area of one star", unknown_range, more_is_better,
                {.title = "Triangle, Outcomes Star", .section = "licensed; range not verified"}),
      elsewhere("rcads", 1, "T score", unknown_range, less_is_better,
                {.title = "Revised Children's Anxiety and Depression Scale", .section = "tables not verified"}),
      here("school_absence", 1, "percent of the possible sessions missed", any(0, 100), less_is_better,
           {.title = "Department for Education, Pupil absence in schools in England, methodology"}),
      here("swemwbs", 1, "metric score", any(7, 35), more_is_better,
           {.title = "Short Warwick-Edinburgh Mental Wellbeing Scale"}),
  };
}

}  // namespace

std::vector<ScoredInstrument> scored_instruments() {
  auto all = others();
  const auto sdq = sdq_scales();
  all.insert(all.end(), sdq.begin(), sdq.end());
  std::sort(all.begin(), all.end(), [](const auto& one, const auto& other) {
    return std::tuple{one.id.view(), one.version} < std::tuple{other.id.view(), other.version};
  });
  return all;
}

}  // namespace earlyhelp
