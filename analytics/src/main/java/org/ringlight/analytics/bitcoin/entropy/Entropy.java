package org.ringlight.analytics.bitcoin.entropy;

/** What can be said of the ways to read a transaction: counted, or not within the limits. */
public sealed interface Entropy permits Interpretations, NotCounted {}
