package org.ringlight.truth.evaluate;

/**
 * How good the probabilities of one claimant are in one group of rings. What each figure means, and
 * its formula, is in {@code docs/concepts/evaluation.md}.
 *
 * @param group {@code all}, or the value of the breakdown
 * @param rings how many rings got probabilities
 * @param coverage their share of the group's rings
 * @param logLoss mean of -ln p(true member), in nats; infinite where a true member was given 0
 * @param uniformLogLoss mean of ln n over the same rings: the log loss of knowing nothing
 * @param ruledOut rings whose true member was given probability 0
 * @param brier mean over rings of the sum over members of (p - truth)^2, from 0 to 2
 * @param top1 share of rings whose most probable member is the true one; k members that share the
 *     top count 1/k
 * @param calibrationError expected calibration error of the top member, bins of equal mass
 * @param chanceError the calibration error that 19 of 20 perfectly calibrated claimants with the
 *     same probabilities would stay below
 * @param entropySize effective ring size by entropy: mean of 2^H
 * @param guessingSize effective ring size by guessing: 1 / mean of the largest probability
 */
public record PosteriorScore(
    Claimant claimant,
    String group,
    long rings,
    double coverage,
    double logLoss,
    double uniformLogLoss,
    long ruledOut,
    double brier,
    Estimate top1,
    Estimate calibrationError,
    double chanceError,
    double entropySize,
    double guessingSize) {}
