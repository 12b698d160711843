package org.ringlight.truth.twin;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.DataInvalid;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.OutputName;
import org.ringlight.protocol.TxHash;
import org.ringlight.protocol.bitcoin.DoubleSha256;
import org.ringlight.rpc.bitcoinj.Coins;
import org.ringlight.rpc.bitcoinj.NewTransaction;
import org.ringlight.rpc.bitcoinj.Payment;
import org.ringlight.rpc.bitcoinj.SigningKey;
import org.ringlight.rpc.bitcoinj.Spend;
import org.ringlight.truth.CsvWriter;
import org.ringlight.truth.PartFiles;
import org.ringlight.truth.TrueSpend;

/**
 * Tells the economy of a told Monero chain once more, as a chain of Bitcoin's simnet that a real
 * node accepts. Every transaction becomes one with as many inputs and outputs in the same order;
 * each input spends the twin of the output that the truth says was spent, so that output for output
 * the flows are the same and only what can be seen of them differs. Each output is paid to the hash
 * of a key of its own (P2PKH), worked out of its name: a new address for each, as in Monero. The
 * same tables and truth make the same bytes. What blocks hold, and values: {@link TwinHeights},
 * {@link Values}.
 *
 * <p>Memory: the unspent outputs, and the truth.
 */
public final class TwinChain {

  /** {@code OP_RETURN}: what an empty block's coinbase of no coins is paid to. */
  private static final byte[] NOBODY = {0x6a};

  private final Truth truth;
  private final Values values;
  private final TwinBlocks blocks;
  private final TwinLedger ledger;
  private final TheftFlow theft;
  private long transactions;
  private long spends;
  private long hidden;

  private TwinChain(Truth truth, Values values, TwinBlocks blocks, TwinLedger ledger) {
    this.truth = truth;
    this.values = values;
    this.blocks = blocks;
    this.ledger = ledger;
    this.theft = new TheftFlow(truth);
  }

  /**
   * What was written.
   *
   * @param blocks of the twin, the network's first included
   * @param tip the last of them
   * @param transactions coinbases left out
   * @param spends their inputs
   * @param outputs twins of the told chain's outputs
   * @param hidden how many of these had an amount that nobody knows
   * @param atomicPerSatoshi what Monero's atomic units were divided by
   * @param theft whether {@code theft.csv} was written
   * @param unused lines of the truth about rings that the tables do not hold
   */
  public record Written(
      long blocks,
      BlockHash tip,
      long transactions,
      long spends,
      long outputs,
      long hidden,
      long atomicPerSatoshi,
      boolean theft,
      long unused) {}

  /**
   * Writes {@code blk00000.dat}, {@code twin.csv} and, where the story has a thief, {@code
   * theft.csv}; all of them or none.
   *
   * @param tables of the told chain, from its first block on
   * @param truthFile its {@code truth.csv}; {@code outputs.csv} and {@code labels.csv} are read
   *     where they lie beside it
   * @param out a new or empty folder
   * @param progress told how many blocks of Monero are done
   * @throws DataInvalid where the truth lacks a spend or does not fit the tables, no node would
   *     take what it says, or the chain is longer than {@link TwinHeights#LAST}
   * @throws org.ringlight.failure.ConfigurationInvalid if the folder is not empty, or the tables do
   *     not begin with the chain
   */
  public static Written write(Snapshot tables, Path truthFile, Path out, LongConsumer progress) {
    if (tables.tip().height() > TwinHeights.LAST) {
      throw new DataInvalid(
          "the chain is too long to be told twice: the work of a Bitcoin block grows with every"
              + " 2,016 of them",
          "height " + tables.tip().height() + ", " + TwinHeights.LAST + " is the last",
          "tell a shorter story, or index a part: ringlight index --to " + TwinHeights.LAST);
    }
    Truth truth = Truth.read(truthFile);
    Values values = Values.of(tables);
    try (PartFiles files = PartFiles.inNew(out)) {
      TwinChain chain;
      try (ToldBlocks told = new ToldBlocks(tables);
          TwinBlocks blocks = new TwinBlocks(files.part("blk00000.dat"));
          CsvWriter names = new CsvWriter(files.part("twin.csv"), TwinLedger.HEADER)) {
        chain = new TwinChain(truth, values, blocks, new TwinLedger(names));
        for (ToldBlock block = told.next(); block != null; block = told.next()) {
          chain.add(block);
          progress.accept(block.row().height() + 1);
        }
      }
      if (chain.theft.happened()) {
        chain.theft.write(files.part("theft.csv"));
      }
      files.appear();
      return chain.written();
    }
  }

  private Written written() {
    return new Written(
        blocks.nextHeight(),
        blocks.tip(),
        transactions,
        spends,
        ledger.outputs(),
        hidden,
        values.atomicPerSatoshi(),
        theft.happened(),
        truth.unused());
  }

  /** Two blocks: one with the twins, and one with nothing. */
  private void add(ToldBlock block) {
    List<byte[]> paid = new ArrayList<>();
    long fees = 0;
    for (ToldTransaction told : block.transactions()) {
      if (told.row().coinbase()) {
        paid.add(coinbase(block, told));
      } else {
        fees += pay(told, paid);
      }
    }
    long time = block.row().timestamp();
    blocks.add(time, paid, fees);
    byte[] nothing =
        NewTransaction.coinbase(blocks.nextHeight(), word(block), List.of(new Payment(0, NOBODY)));
    blocks.add(time + 1, List.of(nothing), 0);
  }

  /** What both coinbases say: which block they are twins of. */
  private static byte[] word(ToldBlock block) {
    return ("twin of " + block.row().hash()).getBytes(StandardCharsets.US_ASCII);
  }

  private byte[] coinbase(ToldBlock block, ToldTransaction told) {
    List<Long> amounts =
        told.outputs().stream()
            .map(output -> Objects.requireNonNull(output.value(), "a coinbase's amount"))
            .toList();
    List<Payment> payments = payments(told, values.made(amounts));
    byte[] bytes = NewTransaction.coinbase(blocks.nextHeight(), word(block), payments);
    remember(told, hash(bytes), payments);
    return bytes;
  }

  /** Adds the twin of a transaction, and returns its fee in satoshi. */
  private long pay(ToldTransaction told, List<byte[]> paid) {
    List<Spend> spent = new ArrayList<>();
    List<TrueSpend> known = new ArrayList<>();
    List<@Nullable Long> taken = new ArrayList<>();
    long in = 0;
    for (RingRow ring : told.rings()) {
      TrueSpend spend = truth.spent(ring, told.place());
      OutputName name = new OutputName(spend.indexSpace(), spend.amountIndex());
      TwinLedger.Made made = ledger.take(name, blocks.nextHeight(), told);
      Coins coins = made.coins();
      in += coins.value();
      taken.add(made.amount());
      known.add(spend);
      spent.add(key(name).spends(coins));
    }
    List<@Nullable Long> amounts = new ArrayList<>();
    told.outputs().forEach(output -> amounts.add(truth.amount(output)));
    Long fee = Objects.requireNonNull(told.row().fee(), "a payment's fee");
    Balance.require(taken, amounts, fee, told.place());
    long[] shares = values.paid(in, fee, amounts, told.place());
    List<Payment> payments = payments(told, shares);
    byte[] bytes = NewTransaction.signed(spent, payments);
    TxHash hash = hash(bytes);
    theft.see(told, known, hash);
    remember(told, hash, payments);
    paid.add(bytes);
    transactions++;
    spends += spent.size();
    hidden += amounts.stream().filter(Objects::isNull).count();
    return in - payments.stream().mapToLong(Payment::value).sum();
  }

  private static List<Payment> payments(ToldTransaction told, long[] shares) {
    List<Payment> payments = new ArrayList<>();
    for (int i = 0; i < shares.length; i++) {
      SigningKey key = key(Truth.name(told.outputs().get(i)));
      payments.add(new Payment(shares[i], key.keyHashScript()));
    }
    return payments;
  }

  private static SigningKey key(OutputName name) {
    return SigningKey.ofWords("twin of " + name);
  }

  private void remember(ToldTransaction told, TxHash hash, List<Payment> payments) {
    for (int i = 0; i < payments.size(); i++) {
      OutputRow output = told.outputs().get(i);
      Payment payment = payments.get(i);
      ledger.put(
          told,
          output,
          new TwinLedger.Made(
              new Coins(hash, i, payment.value(), payment.script()),
              truth.amount(output),
              blocks.nextHeight(),
              told.row().coinbase()));
    }
  }

  private static TxHash hash(byte[] transaction) {
    return TxHash.of(new DoubleSha256().add(transaction, 0, transaction.length).finishForDisplay());
  }
}
