package org.ringlight.lake;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Which tips expiry keeps besides those that are leased or pinned: the newest {@code least}, and of
 * the newest {@code most} those that are younger than {@code age}. The age is for readers that hold
 * no lease: other programs, and those that may only read.
 *
 * @param least at least 1
 * @param most not fewer than {@code least}; every kept tip makes each table's metadata longer
 * @param age how old a tip may be
 */
public record ExpiryPolicy(int least, int most, Duration age) {

  /** Twenty, and up to a hundred of the last hour. */
  public static final ExpiryPolicy DEFAULT = new ExpiryPolicy(20, 100, Duration.ofHours(1));

  public ExpiryPolicy {
    if (least < 1 || most < least || age.isNegative()) {
      throw new IllegalArgumentException(least + ", " + most + ", " + age);
    }
  }

  /** Keeps the newest {@code tips} and no other. */
  public static ExpiryPolicy newest(int tips) {
    return new ExpiryPolicy(tips, tips, Duration.ZERO);
  }

  /** Those of {@code tips}, oldest first, that are kept at {@code now}; in the same order. */
  List<Tip> kept(List<Tip> tips, Instant now) {
    int size = tips.size();
    int first = Math.max(0, size - least);
    while (first > Math.max(0, size - most)
        && tips.get(first - 1).committedAt().isAfter(now.minus(age))) {
      first--;
    }
    return tips.subList(first, size);
  }
}
