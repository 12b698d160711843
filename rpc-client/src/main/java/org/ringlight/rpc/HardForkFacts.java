package org.ringlight.rpc;

/**
 * The hard fork in force at the node's tip.
 *
 * @param version major version of blocks
 * @param enabled whether that version is enforced
 * @param earliestHeight where it could begin
 * @param votes blocks of the window that vote for it
 * @param voting version this node votes for
 */
public record HardForkFacts(
    int version,
    boolean enabled,
    long earliestHeight,
    int threshold,
    int votes,
    int voting,
    int window) {}
