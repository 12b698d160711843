package org.ringlight.analytics.analysis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.DataInvalid;
import org.ringlight.lake.Commit;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.Tip;
import org.ringlight.lake.Writer;
import org.ringlight.lake.table.AssertionId;
import org.ringlight.lake.table.AssertionRow;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.protocol.Hash;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.OutputName;
import org.ringlight.protocol.PublicKey;

/** Writes down what is asserted and what is retracted; nothing written is ever taken out. */
public final class AssertionBook {

  private final Lake lake;

  public AssertionBook(Lake lake) {
    this.lake = lake;
  }

  /**
   * What is to be asserted.
   *
   * @param assumption the words in which findings will name it
   * @param source a file's name, or {@code command line}
   * @param line of that file, from 1; null where there is none
   * @param owned what its owner's wallet says of the output; null where it is named in full
   */
  public record Draft(
      Assertion.Kind kind,
      @Nullable KeyImage keyImage,
      OutputName output,
      String assumption,
      String source,
      @Nullable Hash fileHash,
      @Nullable Long line,
      @Nullable Owned owned) {

    private static final int LONGEST = 1_000;

    /**
     * A wallet gives an output's index and not whether its amount is hidden: its key tells.
     *
     * @param amount in atomic units, which is its index space where it is not hidden
     * @param publicKey null where the wallet does not give it: then the amount tells, unless both
     *     names are those of outputs
     */
    public record Owned(long amount, @Nullable PublicKey publicKey) {}

    /** Of an output that is named in full. */
    public Draft(
        Assertion.Kind kind,
        @Nullable KeyImage keyImage,
        OutputName output,
        String assumption,
        String source,
        @Nullable Hash fileHash,
        @Nullable Long line) {
      this(kind, keyImage, output, assumption, source, fileHash, line, null);
    }

    public Draft {
      if (assumption.isBlank() || assumption.length() > LONGEST) {
        throw new IllegalArgumentException("an assumption has 1 to " + LONGEST + " characters");
      } else if (assumption.codePoints().anyMatch(Character::isISOControl)) {
        throw new IllegalArgumentException("an assumption is one line without control characters");
      }
    }
  }

  /**
   * Asserts them, in one commit.
   *
   * @return their ids, in this order
   * @throws DataInvalid where one names an output that is not in the tables
   */
  public List<AssertionId> add(List<Draft> drafts) {
    Tip tip = chain();
    List<AssertionRow> rows = new ArrayList<>();
    try (Snapshot chain = lake.at(Namespace.XMR, tip);
        Writer writer = lake.writer(Namespace.INTEL)) {
      long number = next();
      for (Draft draft : drafts) {
        rows.add(row(chain, draft, number++));
      }
      write(writer, tip, rows);
    }
    return rows.stream().map(AssertionRow::assertionId).toList();
  }

  /**
   * Retracts one.
   *
   * @param digits the first hex digits of its id, at least 8
   * @throws ConfigurationInvalid where none that stands begins so, or several do
   */
  public Assertion retract(String digits) {
    Tip tip = chain();
    try (Writer writer = lake.writer(Namespace.INTEL)) {
      List<Assertion> found =
          standing().stream().filter(one -> one.id().toString().startsWith(digits)).toList();
      if (found.size() != 1) {
        throw new ConfigurationInvalid(
            found.isEmpty()
                ? "no assertion that stands begins so"
                : found.size() + " assertions begin so",
            digits,
            "ringlight assert list shows them");
      }
      Assertion one = found.get(0);
      write(
          writer,
          tip,
          List.of(
              new AssertionRow(
                  next(),
                  one.id(),
                  Instant.now().getEpochSecond(),
                  "retract",
                  one.kind().word(),
                  one.keyImage(),
                  one.output().indexSpace(),
                  one.output().amountIndex(),
                  null,
                  one.assumption(),
                  "command line",
                  null,
                  null,
                  tip.height())));
      return one;
    }
  }

  /** Those that stand, in the order they were made. */
  public List<Assertion> standing() {
    Optional<Snapshot> intel = lake.current(Namespace.INTEL);
    try {
      return Assertions.read(intel).standing();
    } finally {
      intel.ifPresent(Snapshot::close);
    }
  }

  private Tip chain() {
    return lake.tip(Namespace.XMR)
        .orElseThrow(
            () ->
                new ConfigurationInvalid(
                    "there is no chain in the tables",
                    lake.folder().toString(),
                    "index one, or see ringlight demo"));
  }

  private long next() {
    try (Snapshot intel = lake.current(Namespace.INTEL).orElse(null)) {
      return intel == null ? 0 : intel.lastKey(AssertionRow.TABLE).orElse(-1) + 1;
    }
  }

  private static void write(Writer writer, Tip tip, List<AssertionRow> rows) {
    try (Commit commit = writer.begin()) {
      // the chain may have been cut back since the last commit
      commit.deleteAbove(Math.min(tip.height(), writer.tip().map(Tip::height).orElse(-1L)));
      rows.forEach(row -> commit.append(AssertionRow.TABLE, row));
      commit.commit(tip.height(), tip.hash());
    }
  }

  private static @Nullable PublicKey key(Snapshot chain, OutputName name) {
    try (Rows<OutputRow> rows =
        chain.find(OutputRow.TABLE, OutputRow.named(name.indexSpace(), name.amountIndex()))) {
      return rows.hasNext() ? rows.next().publicKey() : null;
    }
  }

  private static AssertionRow row(Snapshot chain, Draft draft, long number) {
    OutputName output = draft.output();
    PublicKey key = key(chain, output);
    Draft.Owned owned = draft.owned();
    if (owned != null) {
      OutputName shown = new OutputName(owned.amount(), output.amountIndex());
      PublicKey clear = key(chain, shown);
      if (owned.publicKey() == null && key != null && clear != null && !shown.equals(output)) {
        throw new DataInvalid(
            "a wallet that gives no pubkey does not say whether this is " + output + " or " + shown,
            where(draft),
            "add the output's pubkey, or name it in a CSV file");
      } else if (owned.publicKey() == null ? key == null : !owned.publicKey().equals(key)) {
        output = shown;
        key = owned.publicKey() == null || owned.publicKey().equals(clear) ? clear : null;
      }
    }
    if (key == null) {
      throw new DataInvalid(
          "there is no output "
              + draft.output()
              + (owned == null || owned.publicKey() == null ? "" : " with that key"),
          where(draft),
          "name one that ringlight output shows");
    }
    return new AssertionRow(
        number,
        id(draft, output),
        Instant.now().getEpochSecond(),
        "assert",
        draft.kind().word(),
        draft.keyImage(),
        output.indexSpace(),
        output.amountIndex(),
        key,
        draft.assumption(),
        draft.source(),
        draft.fileHash(),
        draft.line(),
        chain.tip().height());
  }

  private static String where(Draft draft) {
    return draft.source() + (draft.line() == null ? "" : ", line " + draft.line());
  }

  private static AssertionId id(Draft draft, OutputName output) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      String content =
          draft.kind().word()
              + '\n'
              + (draft.keyImage() == null ? "" : draft.keyImage())
              + '\n'
              + output
              + '\n'
              + draft.assumption();
      digest.update(content.getBytes(StandardCharsets.UTF_8));
      return AssertionId.at(digest.digest(), 0);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
