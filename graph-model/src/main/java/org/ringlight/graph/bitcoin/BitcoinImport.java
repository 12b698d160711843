package org.ringlight.graph.bitcoin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringlight.graph.load.GraphState;
import org.ringlight.graph.load.offline.ImportFile;
import org.ringlight.graph.load.offline.ImportPart;
import org.ringlight.graph.load.offline.StateFile;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.BitcoinAddressRow;
import org.ringlight.lake.table.BitcoinBlockRow;
import org.ringlight.lake.table.BitcoinInputRow;
import org.ringlight.lake.table.BitcoinOutputRow;
import org.ringlight.lake.table.BitcoinTransactionRow;
import org.ringlight.lake.table.Table;
import org.ringlight.protocol.TxHash;

/**
 * Writes a range of Bitcoin's heights as files for the importer. Nodes are numbered by their dense
 * ids, kind after kind; what is older than the range comes last, as inputs name it.
 */
public final class BitcoinImport implements ImportPart {

  private static final String TRANSACTION =
      ":ID,hash,height:long,indexInBlock:long,coinbase:boolean,version:long,lockTime:long,fee:long,"
          + "bytes:long,weight:long,inputCount:long,outputCount:long";
  private static final int FIELDS_AFTER_HASH = 10;

  private final Snapshot tables;
  private final GraphState state;
  private final RowCount written;

  /**
   * The files of the heights from {@code state.fromHeight()} to {@code state.tipHeight()}.
   *
   * @param state what the graph is to be
   */
  public BitcoinImport(Snapshot tables, GraphState state, RowCount written) {
    this.tables = tables;
    this.state = state;
    this.written = written;
  }

  @Override
  public Written write(Path folder, long first) {
    StateFile.write(file(folder, "Graph"), first, state);
    long next = blocks(folder, first + 1);
    OlderSpent older = OlderSpent.before(tables, state.fromHeight());
    UsedAddresses addresses = UsedAddresses.of(tables, state, older, next);
    addresses(folder, addresses);
    next = addresses.end();
    try (Linked linked = new Linked(folder, addresses, older, first + 1, next)) {
      next = linked.write();
    }
    List<String> options = new ArrayList<>();
    options.add("--nodes=Graph=" + file(folder, "Graph"));
    options.add("--nodes=BtcBlock=" + file(folder, "Block"));
    options.add("--nodes=BtcTransaction=" + file(folder, "Transaction"));
    options.add("--nodes=BtcOutput=" + file(folder, "Output"));
    options.add("--nodes=Address=" + file(folder, "Address"));
    for (String type : List.of("NEXT", "CONTAINS", "CREATES", "SPENDS", "LOCKED_TO")) {
      options.add("--relationships=" + type + "=" + file(folder, type));
    }
    return new Written(options, next);
  }

  private static Path file(Path folder, String name) {
    return folder.resolve("bitcoin-" + name + ".csv");
  }

  private static ImportFile ends(Path folder, String type, String more) {
    return new ImportFile(file(folder, type), ":START_ID,:END_ID" + more);
  }

  private <R> void each(Table<R> table, Consumer<R> write) {
    try (Rows<R> rows = tables.scan(table, state.fromHeight(), state.tipHeight())) {
      long count = 0;
      while (rows.hasNext()) {
        write.accept(rows.next());
        if (++count % 1_000 == 0) {
          written.more(1_000);
        }
      }
    }
  }

  private long blocks(Path folder, long first) {
    String header =
        ":ID,height:long,hash,timestamp:long,version:long,bits:long,bytes:long,weight:long,"
            + "reward:long";
    try (ImportFile file = new ImportFile(file(folder, "Block"), header);
        ImportFile next = ends(folder, "NEXT", "")) {
      each(
          BitcoinBlockRow.TABLE,
          row -> {
            long number = first + row.height() - state.fromHeight();
            file.number(number).number(row.height()).text(row.hash().toString());
            file.number(row.timestamp()).number(row.version()).number(row.bits());
            file.number(row.bytes()).number(row.weight()).number(row.reward()).end();
            if (row.height() > state.fromHeight()) {
              next.number(number - 1).number(number).end();
            }
          });
    }
    return first + state.tipHeight() - state.fromHeight() + 1;
  }

  private void addresses(Path folder, UsedAddresses addresses) {
    try (ImportFile file =
            new ImportFile(file(folder, "Address"), ":ID,address,scriptType,height:long");
        Rows<BitcoinAddressRow> rows = tables.scan(BitcoinAddressRow.TABLE, 0, state.tipHeight())) {
      while (rows.hasNext()) {
        BitcoinAddressRow row = rows.next();
        if (addresses.isUsed(row.addressId())) {
          file.number(addresses.number(row.addressId())).text(row.address());
          file.text(row.scriptType()).number(row.height()).end();
        }
      }
    }
  }

  /** Transactions and outputs, with the relationships between them and to addresses. */
  private final class Linked implements AutoCloseable {

    private final UsedAddresses addresses;
    private final OlderSpent older;
    private final ImportFile transactions;
    private final ImportFile contains;
    private final ImportFile outputs;
    private final ImportFile creates;
    private final ImportFile lockedTo;
    private final ImportFile spends;
    private final Map<TxHash, Long> olderTransactions = new HashMap<>();
    private final long firstBlock;
    private final long firstTransactionNumber;
    private long firstTransaction = -1;
    private long firstOutputNumber;
    private long next;

    Linked(Path folder, UsedAddresses addresses, OlderSpent older, long firstBlock, long first) {
      this.firstBlock = firstBlock;
      this.addresses = addresses;
      this.older = older;
      this.firstTransactionNumber = first;
      this.next = first;
      transactions = new ImportFile(file(folder, "Transaction"), TRANSACTION);
      contains = ends(folder, "CONTAINS", "");
      outputs = new ImportFile(file(folder, "Output"), ":ID,index:long,value:long,scriptType");
      creates = ends(folder, "CREATES", "");
      lockedTo = ends(folder, "LOCKED_TO", "");
      spends = ends(folder, "SPENDS", ",inputIndex:long,sequence:long,signsAll:boolean");
    }

    long write() {
      each(BitcoinTransactionRow.TABLE, this::transaction);
      firstOutputNumber = next;
      each(BitcoinOutputRow.TABLE, this::output);
      each(BitcoinInputRow.TABLE, this::input);
      return next;
    }

    private long transactionNumber(long txId) {
      return firstTransactionNumber + txId - firstTransaction;
    }

    private void transaction(BitcoinTransactionRow row) {
      if (firstTransaction < 0) {
        firstTransaction = row.txId();
      }
      transactions.number(next).text(row.hash().toString()).number(row.height());
      transactions.number(row.indexInBlock()).text(Boolean.toString(row.coinbase()));
      transactions.number(row.version()).number(row.lockTime()).optional(row.fee());
      transactions.number(row.bytes()).number(row.weight());
      transactions.number(row.inputCount()).number(row.outputCount()).end();
      contains.number(firstBlock + row.height() - state.fromHeight());
      contains.number(next).end();
      next++;
    }

    private void output(BitcoinOutputRow row) {
      long number = firstOutputNumber + row.outputId() - older.firstOutput();
      outputs.number(number).number(row.indexInTx()).number(row.value());
      outputs.text(row.scriptType()).end();
      creates.number(transactionNumber(row.txId())).number(number).end();
      lock(number, row.addressId());
      next = number + 1;
    }

    private void lock(long output, @Nullable Long address) {
      if (address != null) {
        lockedTo.number(output).number(addresses.number(address)).end();
      }
    }

    private void input(BitcoinInputRow row) {
      Long spent = row.outputId();
      long number =
          spent == null || older.isOlder(row)
              ? olderOutput(row)
              : firstOutputNumber + spent - older.firstOutput();
      spends.number(transactionNumber(row.txId())).number(number).number(row.inputIndex());
      spends.number(row.sequence()).text(Boolean.toString(row.signsAll())).end();
    }

    private long olderOutput(BitcoinInputRow row) {
      long creator = olderTransactions.computeIfAbsent(row.previousTx(), this::olderTransaction);
      long number = next++;
      outputs.number(number).number(row.previousIndex()).optional(row.value());
      outputs.text(row.scriptType()).end();
      creates.number(creator).number(number).end();
      lock(number, row.addressId());
      return number;
    }

    private long olderTransaction(TxHash hash) {
      transactions.number(next).text(hash.toString());
      for (int field = 0; field < FIELDS_AFTER_HASH; field++) {
        transactions.text("");
      }
      transactions.end();
      return next++;
    }

    @Override
    public void close() {
      for (ImportFile file : List.of(transactions, contains, outputs, creates, lockedTo, spends)) {
        file.close();
      }
    }
  }
}
