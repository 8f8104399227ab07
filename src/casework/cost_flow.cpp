#include "casework/cost_flow.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/successive_shortest_path_nonnegative_weights.hpp>

namespace earlyhelp {
namespace {

using Amount = CostFlow::Amount;
using ArcOf = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>::edge_descriptor;
using ArcProperties = boost::property<
    boost::edge_capacity_t, Amount,
    boost::property<boost::edge_residual_capacity_t, Amount,
                    boost::property<boost::edge_reverse_t, ArcOf, boost::property<boost::edge_weight_t, Amount>>>>;
using Network = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property, ArcProperties>;

}  // namespace

std::size_t CostFlow::add_arc(std::size_t from, std::size_t to, Amount capacity, Amount cost) {
  arcs_.push_back({.from = from, .to = to, .capacity = capacity, .cost = cost});
  return arcs_.size() - 1;
}

std::vector<Amount> CostFlow::flows() const {
  Network network{nodes_};
  const auto add = [&](std::size_t from, std::size_t to, Amount capacity, Amount cost) {
    const auto arc = boost::add_edge(from, to, network).first;
    boost::put(boost::edge_capacity, network, arc, capacity);
    boost::put(boost::edge_weight, network, arc, cost);
    return arc;
  };
  std::vector<ArcOf> added;
  added.reserve(arcs_.size());
  for (const auto& arc : arcs_) {
    const auto there = add(arc.from, arc.to, arc.capacity, arc.cost);
    const auto back = add(arc.to, arc.from, 0, Amount{0} - arc.cost);
    boost::put(boost::edge_reverse, network, there, back);
    boost::put(boost::edge_reverse, network, back, there);
    added.push_back(there);
  }
  boost::successive_shortest_path_nonnegative_weights(network, source, sink);
  std::vector<Amount> flows;
  flows.reserve(added.size());
  for (std::size_t i = 0; i < added.size(); ++i) {
    flows.push_back(arcs_[i].capacity - boost::get(boost::edge_residual_capacity, network, added[i]));
  }
  return flows;
}

}  // namespace earlyhelp
