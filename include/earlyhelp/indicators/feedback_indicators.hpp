#pragma once

#include <earlyhelp/indicators/feedback_chain.hpp>
#include <earlyhelp/indicators/indicator.hpp>

namespace earlyhelp {

// What families said, each question asked of those who are the numerator of the one before: of the families for the
// service of whom anybody but a perpetrator was spoken with, once every case of theirs is closed. An answer counts
// within 28 days of being asked, for everybody alike. A family that has several people who answered counts as satisfied
// when all of them are. Families who do not answer are lost and not unhappy: bounds() says what the share is if they
// all were, and if none was.

/// Of the families reached: asked what the help was worth. Not to have asked where a case was closed because there was
/// no safe way of contact is an exception.
///
/// Source: library default: coverage is told, or the rest means nothing.
extern const Indicator feedback_asked;

/// Of those asked: anybody who was answered anything. Who has not had the 28 days is pending, answered or not.
///
/// Source: library default.
extern const Indicator feedback_answered;

/// Of those asked and answering: satisfied.
///
/// Source: the service's annual report 2020-21 (96 % happy).
extern const Indicator feedback_satisfied;

/// Of those asked and answering: in a better place than before.
///
/// Source: the service's annual report 2020-21 (83 % in a better place).
extern const Indicator feedback_better_place;

/// The four numbers that are told together, of the families referred in `period`: how many were reached, asked,
/// answered whether they were satisfied, and were; and how many are pending in any of these.
///
/// Throws: as measure.
/// Source: as feedback_satisfied.
FeedbackChain feedback_chain(const CaseRegister& all, const Period& period);

}  // namespace earlyhelp
