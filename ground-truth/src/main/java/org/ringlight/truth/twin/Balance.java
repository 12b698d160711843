package org.ringlight.truth.twin;

import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.DataInvalid;

/** What a transaction spends is what it makes and its fee, in atomic units. */
final class Balance {

  private Balance() {}

  /**
   * Refuses amounts that do not add up: those of another telling, or made up.
   *
   * @param taken of what is spent, unsigned, null where not known
   * @param made of what is made, likewise
   * @throws DataInvalid where all are known and do not add up
   */
  static void require(
      List<@Nullable Long> taken, List<@Nullable Long> made, long fee, String place) {
    if (taken.contains(null) || made.contains(null)) {
      return;
    }
    BigInteger in = sum(taken);
    BigInteger out = sum(made).add(BigInteger.valueOf(fee));
    if (!in.equals(out)) {
      throw new DataInvalid(
          "the amounts of outputs.csv do not add up: " + in + " goes in, " + out + " comes out",
          place,
          "put the outputs.csv of this very chain beside truth.csv, or none");
    }
  }

  private static BigInteger sum(List<@Nullable Long> amounts) {
    return amounts.stream()
        .map(amount -> new BigInteger(Long.toUnsignedString(Objects.requireNonNull(amount))))
        .reduce(BigInteger.ZERO, BigInteger::add);
  }
}
