package org.ringlight.graph.finding;

import java.util.regex.Pattern;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.OutputName;
import org.ringlight.protocol.TxHash;

/**
 * What somebody says of something on the chain.
 *
 * @param confidence as its source rates it, 0 to 100
 */
public record GraphLabel(
    Subject subject, String label, String category, int confidence, String source) {

  private static final int MOST = 100;
  private static final int LONGEST = 200;
  private static final int HASH = 64;

  /** As wallets write addresses, and {@code pk(KEY)}. */
  private static final Pattern ADDRESS = Pattern.compile("[0-9A-Za-z()-]{1,140}");

  public GraphLabel {
    if (confidence < 0 || confidence > MOST) {
      throw new IllegalArgumentException("a confidence is a number from 0 to 100");
    }
    for (String word : new String[] {label, category, source}) {
      if (word.isBlank() || word.length() > LONGEST) {
        throw new IllegalArgumentException(
            "label, category and source have 1 to " + LONGEST + " characters");
      }
    }
  }

  /** What it is said of. */
  public sealed interface Subject {

    /** A transaction of either chain. */
    record OfTransaction(TxHash hash) implements Subject {}

    /** An address of Bitcoin. */
    record OfAddress(String address) implements Subject {
      public OfAddress {
        if (!ADDRESS.matcher(address).matches()) {
          throw new IllegalArgumentException("no address of Bitcoin: " + address);
        }
      }
    }

    /** An output of Bitcoin: its transaction and its place there. */
    record OfBitcoinOutput(TxHash transaction, long index) implements Subject {}

    /** A ring. */
    record OfRing(KeyImage keyImage) implements Subject {}

    /** An output. */
    record OfOutput(OutputName name) implements Subject {}

    /**
     * Reads {@code tx:HASH}, {@code ring:KEYIMAGE}, {@code output:SPACE:INDEX}; of Bitcoin {@code
     * address:ADDRESS} and {@code output:HASH:INDEX}.
     *
     * @throws IllegalArgumentException where it is none of them
     */
    static Subject parse(String text) {
      String[] parts = text.split(":", -1);
      if (parts.length == 2 && "tx".equals(parts[0])) {
        return new OfTransaction(TxHash.parse(parts[1]));
      } else if (parts.length == 2 && "ring".equals(parts[0])) {
        return new OfRing(KeyImage.parse(parts[1]));
      } else if (parts.length == 2 && "address".equals(parts[0])) {
        return new OfAddress(parts[1]);
      } else if (parts.length == 3 && "output".equals(parts[0]) && parts[1].length() == HASH) {
        return new OfBitcoinOutput(TxHash.parse(parts[1]), Integer.parseUnsignedInt(parts[2]));
      } else if (parts.length == 3 && "output".equals(parts[0])) {
        return new OfOutput(
            new OutputName(Long.parseUnsignedLong(parts[1]), Long.parseUnsignedLong(parts[2])));
      }
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is no tx:HASH, ring:KEYIMAGE, output:SPACE:INDEX, address:ADDRESS or"
              + " output:HASH:INDEX");
    }
  }

  Row row() {
    Row row =
        new Row()
            .property("label", label)
            .property("category", category)
            .property("source", source)
            .property("confidence", (long) confidence);
    if (subject instanceof Subject.OfTransaction transaction) {
      row.name("hash", transaction.hash().toString());
    } else if (subject instanceof Subject.OfRing ring) {
      row.name("keyImage", ring.keyImage().toString());
    } else if (subject instanceof Subject.OfAddress of) {
      row.name("address", of.address());
    } else if (subject instanceof Subject.OfBitcoinOutput output) {
      row.name("creator", output.transaction().toString()).name("index", output.index());
    } else if (subject instanceof Subject.OfOutput output) {
      row.name("indexSpace", output.name().indexSpace())
          .name("amountIndex", output.name().amountIndex());
    }
    return row;
  }
}
