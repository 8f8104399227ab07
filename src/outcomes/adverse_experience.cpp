#include <earlyhelp/outcomes/adverse_experience.hpp>

namespace earlyhelp {

ScoreBands adverse_experience_bands() {
  return ScoreBands{{{.name = "none", .from = 0},
                     {.name = "one", .from = 1},
                     {.name = "two_or_three", .from = 2},
                     {.name = "four_or_more", .from = 4}},
                    {.title = "studies in the United Kingdom", .section = "not verified"}};
}

}  // namespace earlyhelp
