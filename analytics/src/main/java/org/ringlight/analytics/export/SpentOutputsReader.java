package org.ringlight.analytics.export;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ringlight.analytics.finding.TextLines;
import org.ringlight.failure.DataInvalid;

/** One reading of a list of spent outputs. */
final class SpentOutputsReader {

  /** Twenty digits hold 64 bits; no longer number is looked at. */
  private static final Pattern LINE =
      Pattern.compile("@(?<amount>\\d{1,20})|(?<first>\\d{1,19})(?:\\*(?<length>\\d{1,19}))?");

  private final SpentRunSink runs;
  private @Nullable Long space;
  private long after;
  private long count;

  SpentOutputsReader(SpentRunSink runs) {
    this.runs = runs;
  }

  long read(Path file) {
    try (TextLines lines = TextLines.open(file)) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        try {
          read(line);
        } catch (IllegalArgumentException | ArithmeticException e) {
          throw new DataInvalid(
              "no list of spent outputs: " + e.getMessage(),
              lines.place(),
              "give a file as monero-blockchain-mark-spent-outputs --export writes it",
              e);
        }
      }
      return count;
    }
  }

  private void read(String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw new IllegalArgumentException("neither @AMOUNT nor INDEX nor START*COUNT");
    }
    String amount = parts.group("amount");
    if (amount != null) {
      begin(Long.parseUnsignedLong(amount));
      return;
    }
    String length = parts.group("length");
    run(Long.parseLong(parts.group("first")), length == null ? 1 : Long.parseLong(length));
  }

  private void begin(long amount) {
    Long before = space;
    if (before != null && Long.compareUnsigned(amount, before) <= 0) {
      throw new IllegalArgumentException(
          "amount " + Long.toUnsignedString(amount) + " comes after a larger or the same one");
    }
    space = amount;
    after = 0;
  }

  private void run(long first, long length) {
    Long amount = space;
    if (amount == null) {
      throw new IllegalArgumentException("an output before the first amount");
    }
    if (length == 0) {
      throw new IllegalArgumentException("a run of no outputs");
    }
    if (first < after) {
      throw new IllegalArgumentException(
          "output " + first + " comes after one that is not below it");
    }
    after = Math.addExact(first, length);
    count = Math.addExact(count, length);
    runs.spent(amount, first, after - 1);
  }
}
