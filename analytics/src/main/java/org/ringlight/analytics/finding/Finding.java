package org.ringlight.analytics.finding;

/**
 * A claim, who makes it, and what it rests on. It names nothing by a dense id: those are given out
 * anew after a reorganisation.
 */
public record Finding(HeuristicId heuristic, Guarantee guarantee, Claim claim) {}
