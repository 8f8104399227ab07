#include <earlyhelp/policy/policy_book.hpp>

#include <range/v3/algorithm/max_element.hpp>

namespace earlyhelp {

boost::optional<Date> newest_day(const PolicyBook& book) {
  const auto newest = ranges::max_element(book.parameters, {}, &ParameterRow::in_force_from);
  if (newest == book.parameters.end()) return {};
  return newest->in_force_from;
}

}  // namespace earlyhelp
