package org.ringlight.truth.story;

import java.time.Instant;

/**
 * When something is done in a story.
 *
 * @param height of the newest block
 * @param time its date
 */
public record Moment(long height, Instant time) {}
