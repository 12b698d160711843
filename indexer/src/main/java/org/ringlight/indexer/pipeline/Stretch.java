package org.ringlight.indexer.pipeline;

/**
 * Blocks of one branch to store next.
 *
 * @param shared the last block that the tables and the source both hold; what is stored above it
 *     goes
 * @param to the last one to store, above {@code shared}
 */
public record Stretch(long shared, long to) {}
