package org.ringlight.lake.mini;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringlight.lake.ChainIdentity;
import org.ringlight.lake.Commit;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Tip;
import org.ringlight.lake.Writer;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.lake.table.TransactionRow;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.TxHash;

/**
 * The chain that {@code STORY.md} tells: who truly spends what is known, and transactions, outputs
 * and rings go by the names of the story. A ring has the name of the output that it spends.
 */
public final class MiniChain {

  private static final Pattern NAMED =
      Pattern.compile("\\b(tx|ring|out|space|index|key|payment|block)\\(([a-z0-9 -]+)\\)");

  private final MiniChainDrawing drawing;
  private final List<String> findings;

  private MiniChain(MiniChainDrawing drawing, List<String> findings) {
    this.drawing = drawing;
    this.findings = List.copyOf(findings);
  }

  /** The chain of {@code STORY.md}. */
  public static MiniChain ofStory() {
    try (InputStream in =
        Objects.requireNonNull(MiniChain.class.getResourceAsStream("STORY.md"), "STORY.md")) {
      return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The chain that {@code story} tells in its {@code chain} blocks. */
  public static MiniChain of(String story) {
    MiniChainDrawing drawing = new MiniChainDrawing();
    StoryReader reader = new StoryReader(drawing);
    reader.read(story);
    return new MiniChain(drawing, reader.findings());
  }

  public List<BlockRow> blocks() {
    return List.copyOf(drawing.blocks);
  }

  public List<TransactionRow> transactions() {
    return List.copyOf(drawing.transactions.values());
  }

  public List<OutputRow> outputs() {
    return List.copyOf(drawing.outputs.values());
  }

  public List<RingRow> rings() {
    return List.copyOf(drawing.rings.values());
  }

  public BlockHash block(long height) {
    return drawing.blocks.get((int) height).hash();
  }

  /** The transaction called {@code name}; a block's coinbase is {@code coinbase 7}. */
  public TxHash tx(String name) {
    return transaction(name).hash();
  }

  public TransactionRow transaction(String name) {
    return told(drawing.transactions, name);
  }

  public OutputRow output(String name) {
    return told(drawing.outputs, name);
  }

  /** The ring that truly spends the output called {@code spent}. */
  public RingRow ring(String spent) {
    return told(drawing.rings, spent);
  }

  /** What follows from it, a line each, in the words of the story. */
  public List<String> findings() {
    return findings;
  }

  /** All outputs by their names. */
  public Map<String, OutputRow> outputNames() {
    return new LinkedHashMap<>(drawing.outputs);
  }

  /** All rings by their names. */
  public Map<String, RingRow> ringNames() {
    return new LinkedHashMap<>(drawing.rings);
  }

  /** What each ring truly spends. */
  public Map<KeyImage, OutputRow> truth() {
    Map<KeyImage, OutputRow> truth = new LinkedHashMap<>();
    drawing.rings.forEach((spent, ring) -> truth.put(ring.keyImage(), output(spent)));
    return truth;
  }

  /**
   * {@code text} with its names resolved: {@code tx(ada buys tea)} and {@code ring(ada-5)} become
   * hashes, {@code out(ada-5)} its index space and index, such as {@code 3000000000000:4}, {@code
   * space(…)} and {@code index(…)} one of these, {@code key(…)} its one-time key, {@code
   * payment(…)} a transaction's payment id, {@code block(7)} a block's hash.
   */
  public String resolve(String text) {
    Map<String, Function<String, Object>> kinds =
        Map.of(
            "tx", this::tx,
            "ring", name -> ring(name).keyImage(),
            "out", name -> output(name).indexSpace() + ":" + output(name).amountIndex(),
            "space", name -> output(name).indexSpace(),
            "index", name -> output(name).amountIndex(),
            "key", name -> output(name).publicKey(),
            "payment", name -> hex(Objects.requireNonNull(transaction(name).paymentId(), name)),
            "block", height -> block(Long.parseLong(height)));
    return NAMED
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    Objects.requireNonNull(kinds.get(found.group(1)))
                        .apply(found.group(2))
                        .toString()));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  /** Writes the chain into {@code data}, a folder that has no tables yet. */
  public void write(Path data) {
    try (Lake lake = Lake.open(data);
        Writer writer = lake.writer(Namespace.XMR)) {
      writer.claim(new ChainIdentity("mini", block(0)));
      commit(writer, 0, blocks().size() - 1L);
    }
  }

  /** Commits the blocks from {@code from} to {@code to}, both included. */
  public Tip commit(Writer writer, long from, long to) {
    try (Commit commit = writer.begin()) {
      blocks().stream()
          .filter(row -> row.height() >= from && row.height() <= to)
          .forEach(row -> commit.append(BlockRow.TABLE, row));
      transactions().stream()
          .filter(row -> row.height() >= from && row.height() <= to)
          .forEach(row -> commit.append(TransactionRow.TABLE, row));
      outputs().stream()
          .filter(row -> row.height() >= from && row.height() <= to)
          .forEach(row -> commit.append(OutputRow.TABLE, row));
      rings().stream()
          .filter(row -> row.height() >= from && row.height() <= to)
          .forEach(row -> commit.append(RingRow.TABLE, row));
      return commit.commit(to, block(to));
    }
  }

  private static <R> R told(Map<String, R> rows, String name) {
    return Objects.requireNonNull(rows.get(name), () -> "the story does not tell of: " + name);
  }
}
