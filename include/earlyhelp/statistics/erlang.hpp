#pragma once

#include <boost/optional/optional.hpp>

namespace earlyhelp {

/// The share of arrivals that find every server busy, when nobody waits: Erlang's loss formula, M/M/c/c.
///
/// `offered_load` is the work that arrives in the time that one server gives: arrival rate times mean handling time.
/// Without a server every arrival is lost; without load none is, as long as there is a server.
///
/// Unit:   probability, in [0, 1]. Too small for a double, it is 0.
/// Throws: std::invalid_argument unless `offered_load` is finite and not negative, and `servers` >= 0.
/// Source: Erlang, A. K. (1917), Solution of some problems in the theory of probabilities of significance in automatic
///         telephone exchanges; by the recursion over servers, which no factorial can overflow.
double erlang_b(double offered_load, int servers);

/// The share of arrivals that have to wait, when all do so as long as it takes: Erlang's delay formula, M/M/c.
///
/// Unit:   probability, in [0, 1].
/// None:   when `offered_load` >= `servers`: the queue grows without end, and there is no such share.
/// Throws: as erlang_b.
/// Source: Erlang, A. K. (1917), as erlang_b.
boost::optional<double> erlang_c(double offered_load, int servers);

}  // namespace earlyhelp
