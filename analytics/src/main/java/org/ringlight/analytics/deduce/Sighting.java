package org.ringlight.analytics.deduce;

/**
 * Another ring of a ring's key image: what both spend is one key.
 *
 * @param ring the ring of the main chain, by its number
 * @param keys those of the other ring, ascending
 * @param fact how it is cited
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record Sighting(int ring, int[] keys, Fact fact) {}
