#pragma once

#include <earlyhelp/source.hpp>
#include <earlyhelp/text.hpp>

#include <boost/optional/optional.hpp>

#include <vector>

namespace earlyhelp {

/// The scores from `from`, and below the `from` of the next band.
struct ScoreBand {
  Text<31> name;
  double from;  ///< minus infinity for a first band without a lower end

  friend bool operator==(const ScoreBand&, const ScoreBand&) = default;
};

/// What a score is called, by who publishes it. Bands differ between versions, informants and countries: they are data,
/// and stay with where they come from.
///
/// Invariant: at least one band; each has a name of its own, and begins above the one before.
/// Source: library default; each table names its own.
class ScoreBands {
 public:
  /// Throws: std::invalid_argument, naming the band, unless the invariant holds.
  ScoreBands(std::vector<ScoreBand> bands, Source source);

  const std::vector<ScoreBand>& bands() const noexcept { return bands_; }
  const Source& source() const noexcept { return source_; }

  /// The name of the band that `score` is in.
  ///
  /// None:   below the first band.
  /// Throws: std::invalid_argument unless `score` is finite.
  boost::optional<Text<31>> name(double score) const;

  friend bool operator==(const ScoreBands&, const ScoreBands&) = default;

 private:
  std::vector<ScoreBand> bands_;
  Source source_;
};

}  // namespace earlyhelp
