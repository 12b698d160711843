package org.ringlight.cli.progress;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A stand in words: {@code store 12,000 of 99,000 blocks, 12 %, 3,400 blocks/s, ~4 minutes
 * remaining}.
 */
final class Words {

  private Words() {}

  static String of(Stand stand, Duration elapsed) {
    double seconds = Math.max(0.001, elapsed.toMillis() / 1000.0);
    StringBuilder words = new StringBuilder(stand.stage()).append(' ').append(count(stand.done()));
    if (stand.total() > 0) {
      words.append(" of ").append(count(stand.total()));
    }
    words.append(' ').append(stand.unit());
    if (stand.total() > 0) {
      words.append(", ").append(100 * stand.done() / stand.total()).append(" %");
    }
    if (stand.done() == 0) {
      return words.toString(); // a rate of nothing says nothing
    }
    words.append(
        stand.figures().stream().map(f -> ", " + figure(f, seconds)).collect(Collectors.joining()));
    if (stand.total() > stand.done()) {
      double left = seconds * (stand.total() - stand.done()) / stand.done();
      words.append(", ").append(remaining(Math.round(left)));
    }
    return words.toString();
  }

  private static String figure(Stand.Figure figure, double seconds) {
    return switch (figure.kind()) {
      case COUNT_PER_SECOND ->
          count(Math.round(figure.value() / seconds)) + " " + figure.name() + "/s";
      case BYTES_PER_SECOND ->
          String.format(Locale.ROOT, "%.1f MB/s", figure.value() / seconds / 1e6);
      case AS_IT_IS -> figure.name() + " " + count(figure.value());
    };
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String remaining(long seconds) {
    if (seconds < 90) {
      return "~" + Math.max(5, (seconds + 4) / 5 * 5) + " seconds remaining";
    }
    long minutes = (seconds + 30) / 60;
    return minutes < 90
        ? "~" + minutes + " minutes remaining"
        : "~" + (minutes + 30) / 60 + " hours remaining";
  }
}
