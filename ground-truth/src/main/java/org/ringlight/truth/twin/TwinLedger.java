package org.ringlight.truth.twin;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.DataInvalid;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.protocol.OutputName;
import org.ringlight.rpc.bitcoinj.Coins;
import org.ringlight.truth.CsvWriter;

/** Which output has which twin: those that nobody has spent, in memory, and all in a file. */
final class TwinLedger {

  /** The columns of {@code twin.csv}, which has a line for each output in chain order. */
  static final String HEADER = "xmr_tx,xmr_index_space,xmr_index,btc_tx,btc_index,value";

  private final CsvWriter names;
  private final Map<OutputName, Made> unspent = new HashMap<>();
  private long outputs;

  TwinLedger(CsvWriter names) {
    this.names = names;
  }

  /**
   * An output whose twin nobody has spent.
   *
   * @param amount of the original, atomic units; null where nobody knows
   */
  record Made(Coins coins, @Nullable Long amount, long height, boolean coinbase) {}

  /**
   * Spends the twin of an output.
   *
   * @param height of the block that spends it
   * @throws DataInvalid where there is none, or a node would not let it be spent yet
   */
  Made take(OutputName name, long height, ToldTransaction told) {
    Made made = unspent.remove(name);
    if (made == null) {
      throw new DataInvalid(
          "the truth spends output " + name + ", which was not made before or is spent already",
          told.place(),
          "is this the truth of the chain in the tables?");
    }
    long age = height - made.height();
    if (made.coinbase() && age < TwinHeights.MATURITY) {
      throw new DataInvalid(
          "the twin of coinbase output "
              + name
              + " would be spent after "
              + age
              + " blocks, and nodes ask for "
              + TwinHeights.MATURITY,
          told.place(),
          "tell a chain whose coinbases wait for 60 blocks, as Monero's rules say");
    }
    return made;
  }

  /** Writes down the twin of an output. */
  void put(ToldTransaction told, OutputRow output, Made made) {
    Coins coins = made.coins();
    unspent.put(Truth.name(output), made);
    names
        .field(told.row().hash())
        .unsigned(output.indexSpace())
        .unsigned(output.amountIndex())
        .field(coins.hash())
        .unsigned(coins.index())
        .unsigned(coins.value())
        .endLine();
    outputs++;
  }

  /** How many outputs have twins. */
  long outputs() {
    return outputs;
  }
}
