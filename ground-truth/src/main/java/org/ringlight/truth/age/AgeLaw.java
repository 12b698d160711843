package org.ringlight.truth.age;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A distribution of the age of an output when it is truly spent. Draws use {@link StrictMath}, so
 * that the same chances give the same ages on every machine. {@link AgeLaws#parse} reads the
 * notation that {@code toString} writes.
 */
public sealed interface AgeLaw {

  /** Seconds of a block in chain time; ages of era chains are blocks times this. */
  long BLOCK_SECONDS = 120;

  /** One age in seconds: 0 or more, finite. */
  double draw(RandomGenerator random);

  /**
   * The logarithm of the age in seconds is gamma distributed. Möser et al., PETS 2018, section 5.1,
   * fitted one to traced spends; wallets draw decoys by shape 19.28 and rate 1.61 (monero v0.18.3.4
   * src/wallet/wallet2.cpp GAMMA_SHAPE, GAMMA_SCALE).
   *
   * @param shape above 0
   * @param rate above 0, one over the scale
   */
  record LogGamma(double shape, double rate) implements AgeLaw {

    public LogGamma {
      positive(shape, "shape");
      positive(rate, "rate");
    }

    @Override
    public double draw(RandomGenerator random) {
      return seconds(new Gamma(shape).draw(random) / rate);
    }

    @Override
    public String toString() {
      return AgeLaws.written("log-gamma", shape, rate);
    }
  }

  /**
   * The logarithm of the age in seconds follows a generalised beta distribution of the second kind:
   * scale times (B / (1 - B))^(1 / shape1), B beta distributed by shape2 and shape3. Rucknium,
   * OSPEAD (2025), found such a law the best of those tried for mainnet's spends of 2022 to 2024.
   *
   * @param shape1 above 0, as all
   */
  record LogGb2(double shape1, double scale, double shape2, double shape3) implements AgeLaw {

    public LogGb2 {
      positive(shape1, "shape1");
      positive(scale, "scale");
      positive(shape2, "shape2");
      positive(shape3, "shape3");
    }

    @Override
    public double draw(RandomGenerator random) {
      double odds = new Gamma(shape2).draw(random) / new Gamma(shape3).draw(random);
      return seconds(scale * StrictMath.pow(odds, 1 / shape1));
    }

    @Override
    public String toString() {
      return AgeLaws.written("log-gb2", shape1, scale, shape2, shape3);
    }
  }

  /**
   * One of the ages that were observed, each as likely.
   *
   * @param name where they come from
   * @param ages in seconds
   */
  record Empirical(String name, List<Double> ages) implements AgeLaw {

    public Empirical {
      ages = List.copyOf(ages);
      if (ages.isEmpty()) {
        throw new IllegalArgumentException("no age in " + name);
      }
    }

    @Override
    public double draw(RandomGenerator random) {
      return ages.get(random.nextInt(ages.size()));
    }

    @Override
    public String toString() {
      return "empirical(" + name + ")";
    }
  }

  /** Several laws, each for its share of the spends. */
  record Mixture(List<Part> parts) implements AgeLaw {

    /** A law and its weight beside the others', above 0. */
    public record Part(double weight, AgeLaw law) {
      public Part {
        positive(weight, "weight");
      }
    }

    public Mixture {
      parts = List.copyOf(parts);
      if (parts.isEmpty()) {
        throw new IllegalArgumentException("a mixture of nothing");
      }
    }

    @Override
    public double draw(RandomGenerator random) {
      double rest = random.nextDouble() * parts.stream().mapToDouble(Part::weight).sum();
      for (Part part : parts) {
        rest -= part.weight();
        if (rest < 0) {
          return part.law().draw(random);
        }
      }
      return parts.get(parts.size() - 1).law().draw(random);
    }

    @Override
    public String toString() {
      return AgeLaws.written(this);
    }
  }

  private static void positive(double value, String name) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(name + " must be above 0, not " + value);
    }
  }

  /** An age whose logarithm was drawn; no chain is as old as what is cut here. */
  private static double seconds(double logarithm) {
    return StrictMath.exp(Math.min(logarithm, 40));
  }
}
