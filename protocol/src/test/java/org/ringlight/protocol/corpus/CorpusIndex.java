package org.ringlight.protocol.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The list of real blocks and transactions, {@code monero/index.csv}. */
public final class CorpusIndex {

  /** One object: its row, and its bytes beside the list. */
  public record Item(Path folder, Map<String, String> row) {

    /** The value in this column; empty where the list says nothing. */
    public String column(String name) {
      String value = row.get(name);
      if (value == null) {
        throw new IllegalArgumentException("no column " + name);
      }
      return value;
    }

    public boolean is(String name) {
      return column(name).equals("1");
    }

    public String hash() {
      return column("hash");
    }

    /** Whether the id was found where the object was found, and not computed from it. */
    public boolean idKnown() {
      return !column("verified").equals("parse-only") && !is("block_template_only");
    }

    public byte[] bytes() {
      Path file = folder.resolve(column("kind")).resolve(hash() + ".hex");
      try {
        return HexFormat.of().parseHex(Files.readString(file).strip());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Kind, version, type and form, for counting. */
    public String className() {
      String type = column("rct_type").isEmpty() ? "" : " type " + column("rct_type");
      return column("kind")
          + " v"
          + column("tx_version")
          + type
          + (is("coinbase") ? " coinbase" : "")
          + (is("pruned") ? " pruned" : "");
    }
  }

  private CorpusIndex() {}

  /** Every object listed under {@code corpus}, the folder of real data. */
  public static List<Item> of(Path corpus) {
    Path folder = corpus.resolve("monero");
    try {
      List<String> lines = Files.readAllLines(folder.resolve("index.csv"));
      String[] names = lines.get(0).split(",", -1);
      return lines.stream().skip(1).map(line -> item(folder, names, line)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Item item(Path folder, String[] names, String line) {
    String[] values = line.split(",", -1);
    if (values.length != names.length) {
      throw new IllegalStateException("a row of " + values.length + " columns: " + line);
    }
    Map<String, String> row = new HashMap<>();
    for (int i = 0; i < names.length; i++) {
      row.put(names[i], values[i]);
    }
    return new Item(folder, row);
  }
}
