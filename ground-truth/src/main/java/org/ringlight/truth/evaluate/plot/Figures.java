package org.ringlight.truth.evaluate.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as pictures write them: rounded, never cut off. */
final class Figures {

  /** As many as the tables of an evaluation print. */
  private static final MathContext DIGITS = new MathContext(3);

  /** Below it is only what adding fractions leaves over: no chain has so many rings. */
  private static final double NOTHING = 1e-12;

  private static final MathContext FEW = new MathContext(2);
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  private Figures() {}

  /** A share from 0 to 1 in percent, with three digits however small it is: {@code 0.00123 %}. */
  static String percent(double share) {
    return share < NOTHING ? "0 %" : plain(new BigDecimal(100 * share).round(DIGITS)) + " %";
  }

  /** A number whole, its digits in threes: {@code 43,680}. */
  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A number where there is little room; from 1,000 on with two digits: {@code 44 k}. */
  static String brief(long number) {
    if (number < 1_000) {
      return Long.toString(number);
    }
    BigDecimal rounded = BigDecimal.valueOf(number).round(FEW);
    return rounded.compareTo(MILLION) < 0
        ? plain(rounded.divide(THOUSAND)) + " k"
        : plain(rounded.divide(MILLION)) + " M";
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
