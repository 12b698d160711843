package org.ringlight.truth.evaluate;

import org.ringlight.analytics.finding.Claim;

/**
 * How right the claims of one kind are, of one claimant, in one group of rings. Figures that have
 * no meaning, as a precision without claims, are NaN.
 *
 * @param group {@code all}, or the value of the breakdown
 * @param claims how many were made and could be judged; one that repeats another is not counted,
 *     and all that narrow one ring are one
 * @param wrong how many of them the truth contradicts
 * @param coverage share of the group's rings that any of them speaks of; NaN for spent outputs
 * @param precision share of them that is right
 * @param precisionLow lower end of the 95 % interval of the precision (Wilson)
 * @param precisionHigh its upper end
 * @param recall share of what could be claimed rightly that is: rings resolved or narrowed, decoys
 *     eliminated, spent outputs named
 */
public record ClaimScore(
    Claimant claimant,
    Claim.Kind kind,
    String group,
    long claims,
    long wrong,
    double coverage,
    double precision,
    double precisionLow,
    double precisionHigh,
    double recall) {}
