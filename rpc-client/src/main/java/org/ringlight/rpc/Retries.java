package org.ringlight.rpc;

import java.time.Duration;

/**
 * How often a call is tried. Between tries it waits {@code first}, doubled each time up to {@code
 * longest}, each wait shortened by a random part of up to a half so that many clients do not come
 * back together. All calls here only read, so all may be repeated.
 *
 * @param attempts at least 1
 */
public record Retries(int attempts, Duration first, Duration longest) {

  public static final Retries DEFAULT =
      new Retries(5, Duration.ofMillis(500), Duration.ofSeconds(15));

  public Retries {
    if (attempts < 1 || first.isNegative() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "at least one attempt and first <= longest wanted: "
              + attempts
              + ", "
              + first
              + ", "
              + longest);
    }
  }
}
