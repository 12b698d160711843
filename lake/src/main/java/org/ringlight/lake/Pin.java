package org.ringlight.lake;

import java.time.Instant;

/**
 * A tip that is kept until somebody unpins it.
 *
 * @param id the pin's name, unique in its namespace
 * @param tip what is kept
 * @param why for what, in words
 * @param since when it was pinned, to the second
 */
public record Pin(String id, Tip tip, String why, Instant since) {}
