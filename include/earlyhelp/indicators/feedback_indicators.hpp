#pragma once

#include <earlyhelp/indicators/feedback_chain.hpp>
#include <earlyhelp/indicators/indicator.hpp>

namespace earlyhelp {

// What families said. A family that has several people who answered counts as satisfied when all of them are. Families
// who do not answer are lost and not unhappy: bounds() says what the share is if they all were, and if none was.

/// Of the families spoken with: asked what the help was worth.
///
/// Source: library default: coverage is told, or the rest means nothing.
extern const Indicator feedback_asked;

/// Of those spoken with and asked: anybody answered anything. Not within 28 days is not yet no answer.
///
/// Source: library default.
extern const Indicator feedback_answered;

/// Of those spoken with, asked and answering: satisfied.
///
/// Source: the service's annual report 2020-21 (96 % happy).
extern const Indicator feedback_satisfied;

/// Of those spoken with, asked and answering: in a better place than before.
///
/// Source: the service's annual report 2020-21 (83 % in a better place).
extern const Indicator feedback_better_place;

/// The four numbers that are told together, of the families referred in `period`: how many were spoken with, asked,
/// answered whether they were satisfied, and were.
///
/// Throws: as measure.
/// Source: as feedback_satisfied.
FeedbackChain feedback_chain(const CaseRegister& all, const Period& period);

}  // namespace earlyhelp
