#include <earlyhelp/outcomes/crime_severity.hpp>

#include <array>

namespace earlyhelp {
namespace {

constexpr std::array<OffenceWeight, 131> weights = {{
    {.code = "1", .millionths = 7'973'393'423},    {.code = "2", .millionths = 4'654'298'133},
    {.code = "3A", .millionths = 2'024'222'684},   {.code = "3B", .millionths = 275'308'777},
    {.code = "4.1", .millionths = 7'973'393'423},  {.code = "4.2", .millionths = 7'973'393'423},
    {.code = "4.3", .millionths = 3'775'695'341},  {.code = "4.4", .millionths = 1'022'814'458},
    {.code = "4.6", .millionths = 1'512'002'797},  {.code = "4.7", .millionths = 1'005'176'862},
    {.code = "4.8", .millionths = 111'361'322},    {.code = "4.9", .millionths = 180'098'193},
    {.code = "4.10", .millionths = 7'973'393'423}, {.code = "5D", .millionths = 2'034'741'860},
    {.code = "5E", .millionths = 1'446'982'552},   {.code = "8L", .millionths = 36'097'530},
    {.code = "8M", .millionths = 37'511'298},      {.code = "8N", .millionths = 189'153'887},
    {.code = "8P", .millionths = 312'906'712},     {.code = "8Q", .millionths = 56'349'710},
    {.code = "8R", .millionths = 15'138'929},      {.code = "8S", .millionths = 401'424'397},
    {.code = "9A", .millionths = 6'811'758},       {.code = "9B", .millionths = 12'763'384},
    {.code = "10A", .millionths = 616'560'089},    {.code = "10B", .millionths = 412'202'395},
    {.code = "10C", .millionths = 52'126'097},     {.code = "10D", .millionths = 53'038'239},
    {.code = "11A", .millionths = 138'716'331},    {.code = "13", .millionths = 289'815'402},
    {.code = "14", .millionths = 1'056'409'091},   {.code = "15", .millionths = 201'398'958},
    {.code = "17A", .millionths = 767'443'710},    {.code = "17B", .millionths = 862'269'087},
    {.code = "19C", .millionths = 2'952'940'993},  {.code = "19D", .millionths = 3'883'132'787},
    {.code = "19E", .millionths = 3'225'096'476},  {.code = "19F", .millionths = 3'191'964'624},
    {.code = "19G", .millionths = 3'894'781'113},  {.code = "19H", .millionths = 2'397'258'672},
    {.code = "19J", .millionths = 3'279'321'011},  {.code = "19K", .millionths = 2'975'388'379},
    {.code = "20A", .millionths = 459'069'917},    {.code = "20B", .millionths = 1'211'971'364},
    {.code = "21", .millionths = 823'718'995},     {.code = "22A", .millionths = 1'054'746'637},
    {.code = "22B", .millionths = 726'444'970},    {.code = "23", .millionths = 1'122'369'238},
    {.code = "24", .millionths = 366'020'324},     {.code = "26", .millionths = 201'398'958},
    {.code = "27", .millionths = 3'815'915},       {.code = "28B", .millionths = 465'381'473},
    {.code = "28C", .millionths = 465'381'473},    {.code = "28D", .millionths = 465'381'473},
    {.code = "28E", .millionths = 465'381'473},    {.code = "28F", .millionths = 465'381'473},
    {.code = "28G", .millionths = 465'381'473},    {.code = "28H", .millionths = 465'381'473},
    {.code = "29", .millionths = 2'288'669'158},   {.code = "29A", .millionths = 2'288'669'158},
    {.code = "30B", .millionths = 123'018'396},    {.code = "30C", .millionths = 123'018'396},
    {.code = "30D", .millionths = 123'018'396},    {.code = "31", .millionths = 1'849'520'062},
    {.code = "31A", .millionths = 1'849'520'062},  {.code = "33", .millionths = 31'250'767},
    {.code = "33A", .millionths = 135'274'869},    {.code = "34A", .millionths = 799'628'870},
    {.code = "34B", .millionths = 799'628'870},    {.code = "35", .millionths = 785'809'720},
    {.code = "36", .millionths = 1'216'814'993},   {.code = "37.1", .millionths = 532'416'667},
    {.code = "37.2", .millionths = 53'450'037},    {.code = "38", .millionths = 248'181'691},
    {.code = "39", .millionths = 80'405'160},      {.code = "40", .millionths = 51'416'408},
    {.code = "41", .millionths = 49'299'788},      {.code = "42", .millionths = 84'865'438},
    {.code = "43", .millionths = 5'290'244},       {.code = "44", .millionths = 15'175'728},
    {.code = "45", .millionths = 32'920'677},      {.code = "46", .millionths = 11'855'539},
    {.code = "47", .millionths = 110'580'802},     {.code = "48", .millionths = 128'429'432},
    {.code = "49", .millionths = 36'809'883},      {.code = "49A", .millionths = 7'005'611},
    {.code = "54", .millionths = 55'135'290},      {.code = "56A", .millionths = 826'190'061},
    {.code = "56B", .millionths = 186'668'218},    {.code = "58A", .millionths = 5'396'708},
    {.code = "58B", .millionths = 5'396'708},      {.code = "58C", .millionths = 5'396'708},
    {.code = "58D", .millionths = 5'396'708},      {.code = "58J", .millionths = 14'005'599},
    {.code = "59", .millionths = 60'931'673},      {.code = "60", .millionths = 31'536'853},
    {.code = "61", .millionths = 145'800'704},     {.code = "61A", .millionths = 193'686'118},
    {.code = "62A", .millionths = 362'896'454},    {.code = "66", .millionths = 72'508'733},
    {.code = "67", .millionths = 97'845'581},      {.code = "69", .millionths = 207'043'450},
    {.code = "70", .millionths = 1'444'951'261},   {.code = "71", .millionths = 939'264'396},
    {.code = "72", .millionths = 1'671'442'958},   {.code = "73", .millionths = 240'649'045},
    {.code = "76", .millionths = 817'437'500},     {.code = "79", .millionths = 168'738'460},
    {.code = "80", .millionths = 192'375'992},     {.code = "81", .millionths = 1'287'544'413},
    {.code = "83", .millionths = 3'304'401},       {.code = "86", .millionths = 137'282'544},
    {.code = "88A", .millionths = 462'949'314},    {.code = "88C", .millionths = 1'026'879'353},
    {.code = "88D", .millionths = 51'713'021},     {.code = "88E", .millionths = 39'922'002},
    {.code = "90", .millionths = 250'250'000},     {.code = "92A", .millionths = 512'957'359},
    {.code = "92C", .millionths = 9'062'219},      {.code = "92D", .millionths = 8'082'043},
    {.code = "92E", .millionths = 1'770'623},      {.code = "95", .millionths = 12'917'192},
    {.code = "96", .millionths = 247'854'990},     {.code = "99", .millionths = 179'249'472},
    {.code = "104", .millionths = 7'543'806},      {.code = "105A", .millionths = 13'510'542},
    {.code = "105B", .millionths = 30'763'236},    {.code = "106", .millionths = 1'069'064'103},
    {.code = "126", .millionths = 9'314'707},      {.code = "802", .millionths = 119'877'313},
    {.code = "814", .millionths = 7'259'604},
}};

}  // namespace

OffenceWeights ons_severity_2021() {
  return {"ons_2021",
          {weights.begin(), weights.end()},
          {.title = "Office for National Statistics, Crime Severity Score (experimental statistics)",
           .section = "Open Government Licence v3.0; codes as joined by the project M-O-P-D/crims, March 2021"}};
}

}  // namespace earlyhelp
