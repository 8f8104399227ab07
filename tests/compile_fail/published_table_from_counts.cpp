// A table is published when it gives nothing away, and never as it is.
// error: (is private|calling a private constructor)
#include <earlyhelp/statistics/published_table.hpp>

const earlyhelp::CountTable table{{{3, 20}, {12, 18}}};
const earlyhelp::TableCells nothing{table};

#ifdef EXPECT_FAILURE
const earlyhelp::PublishedTable published{table, nothing, earlyhelp::disclosure_policies.front()};
#else
const auto published =
    earlyhelp::publish(table, earlyhelp::disclosure_policies.front(), earlyhelp::SmallTotals::shown, nothing);
#endif
