package org.ringlight.analytics.proof;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.DataInvalid;
import org.ringlight.lake.Batches;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.AssertionRow;
import org.ringlight.lake.table.Batch;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.OlderOutputRow;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.lake.table.RunRow;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.OutputName;
import org.ringlight.protocol.PublicKey;

/** Reads all of a chain: about 80 bytes an output, 50 a ring and 4 a ring member. */
final class WholeBook {

  private final Snapshot chain;
  private final Names keyNames = new Names();
  private final Outputs outputs = new Outputs(keyNames);
  private final Rings rings = new Rings(outputs);

  private WholeBook(Snapshot chain) {
    this.chain = chain;
  }

  /**
   * Reads it.
   *
   * @param forks data directories of forks, in the words in which findings name them
   * @throws DataInvalid where the tables are not those of a valid chain
   * @throws ConfigurationInvalid where a folder holds no fork of the chain
   */
  static Book read(
      Snapshot chain,
      Optional<Snapshot> intel,
      Optional<Snapshot> findings,
      List<Path> forks,
      ProofListener listener) {
    WholeBook book = new WholeBook(chain);
    listener.stage("read outputs");
    int chainOutputs = book.outputs();
    book.older();
    listener.stage("read rings");
    book.rings();
    listener.stage("read facts");
    List<Sighting> sightings = new ArrayList<>();
    sightings.addAll(BranchRings.read(chain, book.keyNames, any -> true));
    sightings.addAll(PoolRings.read(chain, book.keyNames, any -> true));
    for (Path fork : forks) {
      try (ForkRings other = ForkRings.open(fork, chain)) {
        List<Sighting> there = other.read(book.keyNames, any -> true);
        sightings.addAll(there);
        there.stream().findFirst().ifPresent(one -> one.origin().load());
      }
    }
    List<AssertionRow> said = intel.map(Assertions::standing).orElse(List.of());
    Facts facts = new Binding(book.outputs, chainOutputs, book.rings).bind(sightings, said);
    boolean fromGenesis = chain.lowestHeight(BlockRow.TABLE).orElse(0) == 0;
    return new Book(
        book.outputs,
        book.rings,
        facts,
        findings.map(WholeBook::runs).orElse(Set.of()),
        new CountedBook(book.outputs, chainOutputs, book.rings, fromGenesis));
  }

  private int outputs() {
    try (Batches batches =
        chain.batches(OutputRow.TABLE, "height", "index_space", "amount_index", "public_key")) {
      while (batches.hasNext()) {
        Batch batch = batches.next();
        long[] heights = batch.int64("height");
        long[] spaces = batch.int64("index_space");
        long[] indexes = batch.int64("amount_index");
        byte[] keys = batch.bytes32("public_key");
        for (int row = 0; row < batch.size(); row++) {
          if (!outputs.add(spaces[row], indexes[row], heights[row], keys, PublicKey.LENGTH * row)) {
            throw new DataInvalid(
                "two outputs have one name: " + new OutputName(spaces[row], indexes[row]),
                "xmr.outputs, height " + heights[row],
                "run ringlight verify, or index again into an empty folder");
          }
        }
      }
    }
    return outputs.count();
  }

  private void older() {
    try (Rows<OlderOutputRow> rows = chain.scan(OlderOutputRow.TABLE)) {
      rows.forEachRemaining(row -> older(outputs, row));
    }
  }

  static void older(Outputs outputs, OlderOutputRow row) {
    outputs.add(
        row.indexSpace(),
        row.amountIndex(),
        Math.min(row.createdAtHeight(), Integer.MAX_VALUE),
        row.publicKey().toBytes(),
        0);
  }

  private void rings() {
    try (Batches batches =
        chain.batches(RingRow.TABLE, "height", "index_space", "key_image", "members")) {
      while (batches.hasNext()) {
        Batch batch = batches.next();
        long[] heights = batch.int64("height");
        long[] spaces = batch.int64("index_space");
        byte[] images = batch.bytes32("key_image");
        Batch.LongLists members = batch.int64Lists("members");
        for (int row = 0; row < batch.size(); row++) {
          rings.add(
              images,
              KeyImage.LENGTH * row,
              Math.toIntExact(heights[row]),
              spaces[row],
              members.values(),
              members.starts()[row],
              members.starts()[row + 1]);
        }
      }
    }
  }

  static Set<String> runs(Snapshot findings) {
    Set<String> runs = new HashSet<>();
    try (Rows<RunRow> rows = findings.scan(RunRow.TABLE)) {
      rows.forEachRemaining(row -> runs.add(row.runId()));
    }
    return runs;
  }
}
