package org.ringlight.analytics.bitcoin.taint;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.ringlight.analytics.bitcoin.DrawnTransaction;

/** Haircut in fractions that are never rounded, and how far rounding may lead from them. */
final class ExactHaircut {

  private static final MathContext DIGITS = new MathContext(40);

  /** A fraction in lowest terms. */
  record Fraction(BigInteger above, BigInteger below) {

    static Fraction of(long value) {
      return new Fraction(BigInteger.valueOf(value), BigInteger.ONE);
    }

    Fraction plus(Fraction other) {
      return reduced(
          above.multiply(other.below).add(other.above.multiply(below)),
          below.multiply(other.below));
    }

    Fraction times(long up, long down) {
      return reduced(
          above.multiply(BigInteger.valueOf(up)), below.multiply(BigInteger.valueOf(down)));
    }

    Fraction atMost(long limit) {
      return above.compareTo(below.multiply(BigInteger.valueOf(limit))) > 0 ? of(limit) : this;
    }

    BigDecimal decimal() {
      return new BigDecimal(above).divide(new BigDecimal(below), DIGITS);
    }

    private static Fraction reduced(BigInteger above, BigInteger below) {
      BigInteger common = above.gcd(below);
      return new Fraction(above.divide(common), below.divide(common));
    }
  }

  private final TaintPolicy policy;
  private final TaintSources sources;
  private final Map<Long, Fraction> taint = new HashMap<>();
  private final Map<Long, Double> error = new HashMap<>();

  ExactHaircut(TaintPolicy policy, TaintSources sources) {
    this.policy = policy;
    this.sources = sources;
  }

  void follow(List<DrawnTransaction> chain) {
    chain.forEach(this::follow);
  }

  Set<Long> unspent() {
    return taint.keySet();
  }

  double distance(long output, long rounded) {
    return Objects.requireNonNull(taint.get(output))
        .decimal()
        .subtract(BigDecimal.valueOf(rounded))
        .abs()
        .doubleValue();
  }

  double bound(long output) {
    return Objects.requireNonNull(error.get(output));
  }

  private void follow(DrawnTransaction one) {
    Fraction sum = Fraction.of(0);
    double errors = 0;
    for (DrawnTransaction.In in : one.ins()) {
      sum = sum.plus(taint.remove(in.output()));
      errors += error.remove(in.output());
    }
    long out = one.valueOut();
    long whole = policy.fees() == FeePolicy.PRO_RATA ? out + one.fee() : out;
    Fraction shared = sum.atMost(whole);
    for (DrawnTransaction.Out made : one.outs()) {
      boolean source = sources.of(made.id()) != Lot.CLEAN;
      boolean nothing = one.isCoinbase() || whole == 0;
      taint.put(
          made.id(),
          source
              ? Fraction.of(made.value())
              : nothing ? Fraction.of(0) : shared.times(made.value(), whole));
      error.put(made.id(), source || nothing ? 0.0 : 1 + errors * made.value() / (double) whole);
    }
  }
}
