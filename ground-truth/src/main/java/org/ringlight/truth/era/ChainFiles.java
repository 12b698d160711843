package org.ringlight.truth.era;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.protocol.Block;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.TransactionV1;
import org.ringlight.protocol.hash.BlockHashes;
import org.ringlight.protocol.rules.Network;
import org.ringlight.protocol.wire.BlockEncoder;
import org.ringlight.protocol.wire.TransactionEncoder;
import org.ringlight.truth.CsvWriter;
import org.ringlight.truth.PartFiles;
import org.ringlight.truth.TruthFiles;

/**
 * The files of an era chain while they are written, under other names until all are complete; then
 * {@code truth.csv} appears last:
 *
 * <ul>
 *   <li>{@code blockchain.raw}: the bootstrap file
 *   <li>{@code truth.csv}: every true spend, see {@link TruthFiles}
 *   <li>{@code transactions.csv}: of every transaction its height, spender, kind and wallet
 *   <li>{@code owned.csv}: whose outputs of pools, exchange, P2Pool miners and flooders are
 *   <li>{@code chain.md}: how it was made
 * </ul>
 */
final class ChainFiles implements AutoCloseable {

  private static final String CHAIN = "blockchain.raw";
  private static final String SPENDS = "truth.csv";
  private static final String TRANSACTIONS = "transactions.csv";
  private static final String OWNED = "owned.csv";
  private static final String PAGE = "chain.md";

  private final Path folder;
  private final EraOptions options;
  private final Branch branch;
  private final PartFiles files;
  private final BootstrapWriter chain;
  private final CsvWriter transactions;
  private final CsvWriter owned;
  private final Path page;
  private final CsvWriter spends;
  private final Map<Integer, long[]> eras = new LinkedHashMap<>();
  private BlockHash previous = Network.FAKECHAIN.genesisHash();
  private long blocks;
  private long outputs;

  ChainFiles(Path folder, EraOptions options, Branch branch) {
    this.folder = folder;
    this.options = options;
    this.branch = branch;
    this.files = PartFiles.inNew(folder);
    try {
      this.chain = new BootstrapWriter(files.part(CHAIN), options.blocks());
      this.transactions =
          new CsvWriter(files.part(TRANSACTIONS), "tx_hash,height,hard_fork,spender,kind,wallet");
      this.owned = new CsvWriter(files.part(OWNED), "index_space,amount_index,height,owner");
      this.page = files.part(PAGE);
      this.spends = new CsvWriter(files.part(SPENDS), TruthFiles.SPENDS);
    } catch (IOException | StoreUnavailable e) {
      files.close();
      throw e instanceof StoreUnavailable known ? known : cannot((IOException) e);
    }
  }

  /** Writes the genesis block; returns what it pays. */
  long genesis() {
    Block genesis = Network.FAKECHAIN.genesis();
    TransactionV1 coinbase = (TransactionV1) genesis.minerTransaction();
    long pays = coinbase.prefix().outputs().get(0).amount();
    long weight = TransactionEncoder.full(coinbase).length;
    append(BlockEncoder.encode(genesis), List.of(), weight, pays);
    outputs++;
    return pays;
  }

  /** Writes the next block. */
  void block(BlockMaker.MadeBlock made) {
    Planner.BlockPlan plan = made.plan();
    Block block = new Block(made.header(previous), made.coinbase(), made.hashes());
    append(BlockEncoder.encode(block), made.transactions(), made.weight(), plan.generated());
    previous = BlockHashes.id(block);
    long[] era = eras.computeIfAbsent(plan.hardFork(), unused -> new long[4]);
    era[0]++;
    era[1] += plan.drafts().size();
    era[2] += plan.spends().size();
    era[3] += plan.coinbase().pays.size();
    plan.spends().forEach(spend -> TruthFiles.writeSpend(spends, spend));
    for (int i = 0; i < plan.drafts().size(); i++) {
      Draft draft = plan.drafts().get(i);
      era[3] += draft.pays.size();
      transactions
          .field(made.transactions().get(i).hash())
          .unsigned(plan.height())
          .unsigned(plan.hardFork())
          .field(Owners.name(draft.spender))
          .field(draft.kind.word())
          .field(draft.wallet)
          .endLine();
    }
    for (Planner.Owned output : plan.owned()) {
      owned
          .unsigned(output.amount())
          .unsigned(output.index())
          .unsigned(plan.height())
          .field(Owners.name(output.owner()))
          .endLine();
    }
  }

  private void append(
      byte[] block, List<BlockMaker.MadeTransaction> made, long weight, long generated) {
    blocks++;
    try {
      // at a fixed difficulty of 1 the cumulative difficulty is the number of blocks
      chain.block(block, made, weight, blocks, generated);
    } catch (IOException e) {
      throw cannot(e);
    }
  }

  /** Gives the files their names. */
  EraChain.Written complete() {
    long[] sums = new long[4];
    eras.values().forEach(era -> Arrays.setAll(sums, i -> sums[i] + era[i]));
    EraChain.Written written =
        new EraChain.Written(folder, blocks, sums[1], sums[2], outputs + sums[3], chain.written());
    try {
      Files.writeString(page, ChainPage.of(options, branch, written, eras));
      closeFiles();
    } catch (IOException e) {
      throw cannot(e);
    }
    files.appear();
    return written;
  }

  /** Closes the files; those that are not complete are removed. */
  @Override
  public void close() {
    try (files) {
      closeFiles();
    } catch (IOException e) {
      throw cannot(e);
    }
  }

  private void closeFiles() throws IOException {
    spends.close();
    transactions.close();
    owned.close();
    chain.close();
  }

  private StoreUnavailable cannot(IOException e) {
    return new StoreUnavailable(
        "cannot write the chain: " + e.getMessage(),
        folder.toString(),
        "make room, or choose another folder",
        e);
  }
}
