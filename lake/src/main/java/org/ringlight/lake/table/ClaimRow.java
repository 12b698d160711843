package org.ringlight.lake.table;

import static org.ringlight.lake.table.Columns.optional;
import static org.ringlight.lake.table.Columns.required;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.PublicKey;

/**
 * A row of {@code findings.claims}; the components are the columns of {@link #TABLE}. {@code
 * indexSpace} is the 64 bits of an unsigned number. Within a file and a commit the heights are in
 * any order; a later commit's are all above the earlier one's tip.
 */
@SuppressWarnings("ArrayRecordComponent") // rows are carried, never compared; lists would box
public record ClaimRow(
    long number,
    FindingId findingId,
    String runId,
    String heuristic,
    String version,
    String parameters,
    String claim,
    List<KeyImage> keyImages,
    @Nullable Long indexSpace,
    long[] amountIndexes,
    List<PublicKey> publicKeys,
    double[] probabilities,
    String guarantee,
    @Nullable String assumption,
    List<KeyImage> restsOn,
    List<String> evidence,
    int depth,
    long height,
    long tipHeight,
    BlockHash tipHash) {

  public ClaimRow {
    keyImages = List.copyOf(keyImages);
    publicKeys = List.copyOf(publicKeys);
    restsOn = List.copyOf(restsOn);
    evidence = List.copyOf(evidence);
  }

  public static final Table<ClaimRow> TABLE =
      new Table<>(
          Namespace.FINDINGS,
          "claims",
          "A finding: what a heuristic claims of rings and outputs, on what grounds, and how sure"
              + " that is.",
          List.of(
              required(
                      1,
                      "number",
                      "",
                      "Running number of the row, ascending over all commits; no key: findings are"
                          + " named by finding_id.")
                  .int64(ClaimRow::number),
              required(2, "finding_id", "", "Hash of its content.")
                  .bytes32(row -> row.findingId().hash()),
              required(3, "run_id", "", "The run that found it, a row of runs.")
                  .text(ClaimRow::runId),
              required(4, "heuristic", "", "The heuristic's id.").text(ClaimRow::heuristic),
              required(5, "version", "", "The heuristic's version.").text(ClaimRow::version),
              required(6, "parameters", "", "What it was run with; empty where it takes nothing.")
                  .text(ClaimRow::parameters),
              required(
                      7,
                      "claim",
                      "",
                      "ring_resolved, output_spent, member_eliminated, ring_narrowed, closed_set or"
                          + " weights.")
                  .text(ClaimRow::claim),
              required(
                      8,
                      "key_images",
                      "",
                      "The ring it is about; several for closed_set, empty for output_spent.")
                  .bytes32List(21, ClaimRow::keyImages),
              optional(
                      9,
                      "index_space",
                      "atomic",
                      "The index space of amount_indexes: 0 for RingCT, else the cleartext amount;"
                          + " unsigned 64 bits.")
                  .uint64(ClaimRow::indexSpace),
              required(10, "amount_indexes", "", "The outputs it names, within index_space.")
                  .int64List(22, ClaimRow::amountIndexes),
              required(
                      11,
                      "public_keys",
                      "",
                      "One-time keys of these outputs, in the same order; may be empty.")
                  .bytes32List(23, ClaimRow::publicKeys),
              required(
                      12,
                      "probabilities",
                      "",
                      "Of these outputs, in the same order; empty unless the claim is weights.")
                  .float64List(24, ClaimRow::probabilities),
              required(13, "guarantee", "", "proven, conditional or statistical.")
                  .text(ClaimRow::guarantee),
              optional(14, "assumption", "", "What a conditional claim rests on, in words.")
                  .text(ClaimRow::assumption),
              required(
                      15,
                      "rests_on",
                      "",
                      "Key images of rings, in chain order: the findings that resolve them, or the"
                          + " closed sets they are in, are cited.")
                  .bytes32List(25, ClaimRow::restsOn),
              required(
                      16,
                      "evidence",
                      "",
                      "Facts it rests on that are no rings of the main chain, in words.")
                  .textList(26, ClaimRow::evidence),
              required(17, "depth", "", "Findings in the longest chain of citations below it.")
                  .int32(ClaimRow::depth),
              required(
                      18,
                      "height",
                      "blocks",
                      "The highest block it rests on: as of a lower height it does not follow, and"
                          + " a reorganisation that takes that block back takes it back.")
                  .int64(ClaimRow::height),
              required(19, "tip_height", "blocks", "The last block its run looked at.")
                  .int64(ClaimRow::tipHeight),
              required(20, "tip_hash", "", "Id of that block.").bytes32(ClaimRow::tipHash)),
          "number",
          ClaimRow::number,
          Cut.HEIGHT,
          ClaimRow::height,
          ClaimRow::read);

  private static ClaimRow read(RowSource in) {
    return new ClaimRow(
        in.int64(),
        in.bytes32(FindingId::at),
        in.text(),
        in.text(),
        in.text(),
        in.text(),
        in.text(),
        in.bytes32List(KeyImage::at),
        in.optionalInt64(),
        in.int64List(),
        in.bytes32List(PublicKey::at),
        in.float64List(),
        in.text(),
        in.optionalText(),
        in.bytes32List(KeyImage::at),
        in.textList(),
        in.int32(),
        in.int64(),
        in.int64(),
        in.bytes32(BlockHash::at));
  }
}
