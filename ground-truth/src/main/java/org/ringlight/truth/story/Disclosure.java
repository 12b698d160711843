package org.ringlight.truth.story;

import java.time.Instant;

/**
 * A view key that an auditor was given: with it a wallet sees what its owner received, and not what
 * was spent.
 *
 * @param auditor who was given it
 * @param subject whose it is
 * @param address the subject's primary address
 * @param viewKey secret view key, hex
 * @param when it was given
 * @param outputsSeen how many outputs a real wallet with that key found; as many as the subject
 *     owns
 */
public record Disclosure(
    String auditor,
    String subject,
    String address,
    String viewKey,
    Instant when,
    long outputsSeen) {}
