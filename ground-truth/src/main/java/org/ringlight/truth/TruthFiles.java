package org.ringlight.truth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ObjLongConsumer;
import org.ringlight.analytics.finding.TextLines;
import org.ringlight.failure.DataInvalid;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.protocol.KeyImage;

/**
 * The files beside a made chain: comma-separated, one header line, no field holds a comma or a
 * quote.
 */
public final class TruthFiles {

  private static final String SPENDS = "key_image,index_space,amount_index,position,owner";
  private static final String LABELS = "address,owner,role,used_by";

  private TruthFiles() {}

  /** Writes {@code truth.csv}: unsigned numbers, one line per spend in the order given. */
  public static void writeSpends(Path file, List<TrueSpend> spends) {
    write(
        file,
        SPENDS,
        spends,
        s ->
            List.of(
                s.keyImage().toString(),
                Long.toUnsignedString(s.indexSpace()),
                Long.toUnsignedString(s.amountIndex()),
                Integer.toString(s.position()),
                s.owner()));
  }

  /**
   * Reads {@code truth.csv}.
   *
   * @throws DataInvalid if a line is not one of a truth file
   */
  public static List<TrueSpend> readSpends(Path file) {
    List<TrueSpend> spends = new ArrayList<>();
    forEachSpend(file, (spend, line) -> spends.add(spend));
    return spends;
  }

  /**
   * Reads {@code truth.csv} line by line, in the memory of one.
   *
   * @param each takes a spend and the number of its line
   * @throws DataInvalid if a line is not one of a truth file
   */
  public static void forEachSpend(Path file, ObjLongConsumer<TrueSpend> each) {
    forEach(
        file,
        SPENDS,
        f ->
            new TrueSpend(
                KeyImage.parse(f[0]),
                Long.parseUnsignedLong(f[1]),
                Long.parseUnsignedLong(f[2]),
                Integer.parseInt(f[3]),
                f[4]),
        each);
  }

  /** Writes {@code labels.csv}. */
  public static void writeLabels(Path file, List<AddressLabel> labels) {
    write(file, LABELS, labels, l -> List.of(l.address(), l.owner(), l.role(), l.usedBy()));
  }

  /**
   * Reads {@code labels.csv}.
   *
   * @throws DataInvalid if a line is not one of a label file
   */
  public static List<AddressLabel> readLabels(Path file) {
    List<AddressLabel> labels = new ArrayList<>();
    forEach(
        file,
        LABELS,
        f -> new AddressLabel(f[0], f[1], f[2], f[3]),
        (label, line) -> labels.add(label));
    return labels;
  }

  private static <T> void write(
      Path file, String header, List<T> rows, Function<T, List<String>> fields) {
    StringBuilder text = new StringBuilder(header).append('\n');
    for (T row : rows) {
      List<String> values = fields.apply(row);
      for (String value : values) {
        if (value.contains(",") || value.contains("\"") || value.contains("\n")) {
          throw new IllegalArgumentException("no comma, quote or line break in " + value);
        }
      }
      text.append(String.join(",", values)).append('\n');
    }
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new StoreUnavailable(
          "cannot write: " + e.getMessage(), file.toString(), "choose another folder", e);
    }
  }

  private static <T> void forEach(
      Path file, String header, Function<String[], T> parse, ObjLongConsumer<T> each) {
    int width = header.split(",", -1).length;
    try (TextLines lines = TextLines.open(file)) {
      if (!header.equals(lines.next())) {
        throw new DataInvalid("the first line is not " + header, file.toString(), "check the file");
      }
      for (String line = lines.next(); line != null; line = lines.next()) {
        String[] fields = line.split(",", -1);
        if (fields.length != width) {
          throw new DataInvalid(
              fields.length + " fields in place of " + width, lines.place(), "check the file");
        }
        each.accept(parsed(parse, fields, lines), lines.number());
      }
    }
  }

  private static <T> T parsed(Function<String[], T> parse, String[] fields, TextLines lines) {
    try {
      return parse.apply(fields);
    } catch (IllegalArgumentException e) {
      throw new DataInvalid("not readable: " + e.getMessage(), lines.place(), "check the file", e);
    }
  }
}
