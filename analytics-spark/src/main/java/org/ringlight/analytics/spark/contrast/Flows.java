package org.ringlight.analytics.spark.contrast;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.DataInvalid;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.lake.file.TypedText;

/**
 * Flows to follow, as a file names them: where each begins, and what it may reach. The file is CSV
 * with the line {@code flow,role,chain,output} first; {@code role} is {@code source} or {@code
 * label}; {@code output} is {@code SPACE:INDEX} on {@code xmr}, {@code TXID:INDEX} on {@code btc},
 * or a transaction's hash for all that it made. At most {@value #MOST_LINES} lines.
 */
public final class Flows {

  private static final int MOST_LINES = 10_000;
  private static final long MOST_BYTES = 2L << 20;
  private static final int HASH_DIGITS = 64;
  private static final String HEADER = "flow,role,chain,output";
  private static final StructType LINE =
      new StructType()
          .add("line", DataTypes.IntegerType)
          .add("flow", DataTypes.StringType)
          .add("role", DataTypes.StringType)
          .add("chain", DataTypes.StringType)
          .add("index_space", DataTypes.createDecimalType(20, 0))
          .add("index", DataTypes.LongType)
          .add("hash", DataTypes.BinaryType);
  private static final BigInteger UNSIGNED_END = BigInteger.ONE.shiftLeft(64);

  private final String file;
  private final List<Row> lines;

  private Flows(String file, List<Row> lines) {
    this.file = file;
    this.lines = lines;
  }

  /**
   * Reads a file.
   *
   * @throws DataInvalid where a line is none of these
   * @throws ConfigurationInvalid where there is no such file
   */
  public static Flows read(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new DataInvalid(
            "the file is too large", file.toString(), "give at most " + MOST_LINES + " lines");
      }
      return of(file.toString(), TypedText.of(Files.readAllBytes(file), file));
    } catch (NoSuchFileException e) {
      throw new ConfigurationInvalid("there is no such file", file.toString(), "see --label");
    } catch (IOException e) {
      throw new StoreUnavailable("cannot be read", file.toString(), "see its permissions", e);
    }
  }

  static Flows of(String file, String text) {
    List<String> all = text.lines().toList();
    if (all.isEmpty() || !all.get(0).strip().equals(HEADER)) {
      throw new DataInvalid("the first line is not " + HEADER, file + ":1", "write it there");
    } else if (all.size() > MOST_LINES) {
      throw new DataInvalid("too many lines", file, "give at most " + MOST_LINES);
    }
    Map<String, Integer> labelled = new LinkedHashMap<>();
    List<Row> rows = new ArrayList<>();
    for (int i = 1; i < all.size(); i++) {
      if (!all.get(i).isBlank()) {
        Row row = row(i + 1, all.get(i), file + ":" + (i + 1));
        rows.add(row);
        if (row.getString(2).equals("label")) {
          labelled.putIfAbsent(row.getString(1), i + 1);
        }
      }
    }
    if (rows.isEmpty()) {
      throw new DataInvalid(
          "the file names no flow", file, "write lines of " + HEADER + " into it");
    }
    rows.stream()
        .filter(row -> row.getString(2).equals("source"))
        .forEach(row -> labelled.remove(row.getString(1)));
    labelled.forEach(
        (flow, line) -> {
          throw new DataInvalid(
              "the flow " + flow + " has labels and no source",
              file + ":" + line,
              "write where it begins, under the same name");
        });
    return new Flows(file, rows);
  }

  private static Row row(int line, String text, String place) {
    String[] cells = text.strip().split(",", -1);
    if (cells.length != 4 || cells[0].isEmpty()) {
      throw new DataInvalid("not four cells: " + text, place, "write " + HEADER);
    } else if (!cells[1].equals("source") && !cells[1].equals("label")) {
      throw new DataInvalid("no role: " + cells[1], place, "write source or label");
    }
    String[] name = cells[3].split(":", -1);
    boolean hash = name[0].length() == HASH_DIGITS;
    boolean bitcoin = cells[2].equals("btc");
    if (!bitcoin && !cells[2].equals("xmr")) {
      throw new DataInvalid("no chain: " + cells[2], place, "write xmr or btc");
    } else if (name.length > 2 || (bitcoin ? !hash : hash == (name.length == 2))) {
      throw notAnOutput(cells[3], place);
    }
    try {
      return RowFactory.create(
          line,
          cells[0],
          cells[1],
          cells[2],
          hash ? null : space(name[0]),
          name.length == 2 ? Long.valueOf(index(name[1])) : null,
          hash ? HexFormat.of().parseHex(name[0]) : null);
    } catch (IllegalArgumentException e) { // NumberFormatException is one
      throw notAnOutput(cells[3], place);
    }
  }

  private static BigDecimal space(String digits) {
    BigInteger space = new BigInteger(digits);
    if (space.signum() < 0 || space.compareTo(UNSIGNED_END) >= 0) {
      throw new IllegalArgumentException(digits);
    }
    return new BigDecimal(space);
  }

  private static long index(String digits) {
    long index = Long.parseLong(digits);
    if (index < 0) {
      throw new IllegalArgumentException(digits);
    }
    return index;
  }

  private static DataInvalid notAnOutput(String text, String place) {
    return new DataInvalid(
        "not an output: " + text,
        place,
        "write SPACE:INDEX for xmr, TXID:INDEX for btc, or a transaction's 64 digits");
  }

  /**
   * The outputs that they name: {@code flow, role, chain, output}.
   *
   * @throws ConfigurationInvalid where a line's chain is in the tables and its output is not
   */
  Dataset<Row> marks(SpendGraph graph) {
    graph.session().createDataFrame(lines, LINE).createOrReplaceTempView("flow_lines");
    Dataset<Row> marks = graph.hold(graph.session().sql(SpendGraph.text("marks"))).rows();
    Dataset<Row> missing =
        graph
            .session()
            .table("flow_lines")
            .join(graph.session().table("spend_calendar").select("chain").distinct(), "chain")
            .join(marks.select("line"), new String[] {"line"}, "left_anti");
    Row first = first(missing);
    if (first != null) {
      throw new ConfigurationInvalid(
          "the tables have no such output",
          file + ":" + first.getInt(0),
          "index the chain up to it, or take the line out");
    }
    return marks.drop("line").distinct();
  }

  private static @Nullable Row first(Dataset<Row> rows) {
    List<Row> one = rows.select("line").orderBy("line").takeAsList(1);
    return one.isEmpty() ? null : one.get(0);
  }
}
