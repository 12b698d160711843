package org.ringlight.analytics.bitcoin.entropy;

/**
 * Not counted, and nothing is guessed in its place.
 *
 * @param why in words: which limit it is beyond
 */
public record NotCounted(String why) implements Entropy {}
