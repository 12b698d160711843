package org.ringlight.analytics.spark.read;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.apache.spark.sql.types.Decimal;

/** Unsigned 64-bit numbers as Spark's decimals of 20 digits. */
final class Unsigned {

  private static final BigInteger TWO_64 = BigInteger.ONE.shiftLeft(Long.SIZE);

  private Unsigned() {}

  static Decimal decimal(long bits) {
    return bits >= 0
        ? Decimal.apply(bits, SparkTypes.UNSIGNED_DIGITS, 0)
        : Decimal.apply(
            new BigDecimal(BigInteger.valueOf(bits).add(TWO_64)), SparkTypes.UNSIGNED_DIGITS, 0);
  }
}
