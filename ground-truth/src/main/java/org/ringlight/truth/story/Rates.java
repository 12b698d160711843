package org.ringlight.truth.story;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.ringlight.truth.story.plot.Story;

/** The price of a story's XMR in BTC, hour by hour: invented, a walk that the seed decides. */
public final class Rates {

  private static final Duration HOUR = Duration.ofHours(1);

  /** 0.0025 BTC for 1 XMR. */
  private static final long FIRST = 250_000;

  /** One hour changes the price by up to this many in 10,000. */
  private static final int STEP = 60;

  private static final int SATOSHI_DIGITS = 8;
  private static final BigDecimal ATOMIC = BigDecimal.TEN.pow(12);

  private final Instant start;
  private final List<Long> hourly = new ArrayList<>();

  Rates(Story story) {
    this.start = story.start();
    Dice dice = new Dice(story.seed(), "rates");
    long price = FIRST;
    for (long hour = 0; hour <= (story.days() + 2L) * 24; hour++) {
      hourly.add(price);
      price += price * dice.between(-STEP, STEP) / 10_000;
    }
  }

  /** A price from a moment on, for an hour. */
  public record Rate(Instant from, long satoshiPerMonero) {

    /** In BTC. */
    public String price() {
      return inBitcoin(satoshiPerMonero);
    }
  }

  /** Every price. */
  public List<Rate> all() {
    List<Rate> rates = new ArrayList<>();
    for (int hour = 0; hour < hourly.size(); hour++) {
      rates.add(new Rate(start.plus(HOUR.multipliedBy(hour)), hourly.get(hour)));
    }
    return rates;
  }

  /** The price at {@code time}; beyond the last hour, the last one. */
  public long satoshiPerMonero(Instant time) {
    long hours = Duration.between(start, time).dividedBy(HOUR);
    return hourly.get((int) Math.max(0, Math.min(hours, hourly.size() - 1)));
  }

  /** What {@code atomic} units are worth at {@code satoshiPerMonero}, rounded down. */
  public static long satoshi(long atomic, long satoshiPerMonero) {
    return BigDecimal.valueOf(atomic)
        .multiply(BigDecimal.valueOf(satoshiPerMonero))
        .divideToIntegralValue(ATOMIC)
        .longValueExact();
  }

  /** An amount of satoshi in BTC, eight digits after the point. */
  public static String inBitcoin(long satoshi) {
    return BigDecimal.valueOf(satoshi, SATOSHI_DIGITS).toPlainString();
  }
}
