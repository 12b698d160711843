package org.ringlight.lake.table;

import static org.ringlight.lake.table.Columns.optional;
import static org.ringlight.lake.table.Columns.required;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringlight.protocol.Hash;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.PublicKey;

/**
 * A row of {@code intel.assertions}; the components are the columns of {@link #TABLE}. {@code
 * indexSpace} is the 64 bits of an unsigned number.
 */
public record AssertionRow(
    long number,
    AssertionId assertionId,
    long madeAt,
    String action,
    String kind,
    @Nullable KeyImage keyImage,
    @Nullable Long indexSpace,
    @Nullable Long amountIndex,
    @Nullable PublicKey publicKey,
    String assumption,
    String source,
    @Nullable Hash fileHash,
    @Nullable Long line,
    long height) {

  public static final Table<AssertionRow> TABLE =
      new Table<>(
          Namespace.INTEL,
          "assertions",
          "What an analyst asserts of a ring or an output, or no longer asserts. Rows are never"
              + " taken back: the last one of an assertion_id says whether it stands.",
          List.of(
              required(1, "number", "", "Running number of the row, ascending over all commits.")
                  .int64(AssertionRow::number),
              required(2, "assertion_id", "", "Hash of what is asserted.")
                  .bytes32(row -> row.assertionId().hash()),
              required(3, "made_at", "s since 1970", "When it was said.")
                  .int64(AssertionRow::madeAt),
              required(4, "action", "", "assert or retract.").text(AssertionRow::action),
              required(5, "kind", "", "decoy, mine or spends.").text(AssertionRow::kind),
              optional(6, "key_image", "", "The ring it is about.").bytes32(AssertionRow::keyImage),
              optional(
                      7,
                      "index_space",
                      "atomic",
                      "The index space of its output: 0 for RingCT, else the cleartext amount;"
                          + " unsigned 64 bits.")
                  .uint64(AssertionRow::indexSpace),
              optional(8, "amount_index", "", "Number of its output within index_space.")
                  .int64(AssertionRow::amountIndex),
              optional(9, "public_key", "", "One-time key of its output.")
                  .bytes32(AssertionRow::publicKey),
              required(10, "assumption", "", "The words in which findings name it.")
                  .text(AssertionRow::assumption),
              required(11, "source", "", "The file's name, or: command line.")
                  .text(AssertionRow::source),
              optional(12, "file_hash", "", "SHA-256 of that file.")
                  .bytes32(AssertionRow::fileHash),
              optional(13, "line", "", "The line of that file, from 1.").int64(AssertionRow::line),
              required(14, "height", "blocks", "The tip of the chain when it was said.")
                  .int64(AssertionRow::height)),
          "number",
          AssertionRow::number,
          Cut.NEVER,
          AssertionRow::height,
          AssertionRow::read);

  private static AssertionRow read(RowSource in) {
    return new AssertionRow(
        in.int64(),
        in.bytes32(AssertionId::at),
        in.int64(),
        in.text(),
        in.text(),
        in.optionalBytes32(KeyImage::at),
        in.optionalInt64(),
        in.optionalInt64(),
        in.optionalBytes32(PublicKey::at),
        in.text(),
        in.text(),
        in.optionalBytes32(Hash::at),
        in.optionalInt64(),
        in.int64());
  }
}
