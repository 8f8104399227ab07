#include "all_headers.hpp"

#if defined(RANGES_V3_ALL_HPP) || defined(NLOHMANN_JSON_VERSION_MAJOR) || defined(SIMDJSON_VERSION)
#error "the core lets a private library through"
#endif

int main() {
  using namespace earlyhelp;
  const EnumSet<Behaviour> behaviours{Behaviour::controlling_or_coercive};
  return define_incident(RelationshipKind::former_spouse, 34, 36, behaviours) == Definition::domestic_abuse ? 0 : 1;
}
