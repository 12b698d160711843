package org.ringlight.graph.load.offline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.ringlight.graph.load.GraphState;
import org.ringlight.graph.load.offline.NodeNumbers.Span;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.lake.table.Table;
import org.ringlight.lake.table.TransactionRow;

/** Writes a range of Monero's heights as files for the importer. */
public final class ImportFiles implements ImportPart {

  private final Snapshot tables;
  private final GraphState state;
  private final RowCount written;
  private final NodeNumbers numbers;

  /**
   * The files of the heights from {@code state.fromHeight()} to {@code state.tipHeight()}.
   *
   * @param state what the graph is to be
   */
  public ImportFiles(Snapshot tables, GraphState state, RowCount written) {
    this.tables = tables;
    this.state = state;
    this.written = written;
    this.numbers =
        new NodeNumbers(
            span(BlockRow.TABLE, BlockRow::height),
            span(TransactionRow.TABLE, TransactionRow::txId),
            span(RingRow.TABLE, RingRow::ringId),
            span(OutputRow.TABLE, OutputRow::outputId));
  }

  private <R> Span span(Table<R> table, ToLongFunction<R> id) {
    long lowest = first(table, id, 0, 0);
    long end = lowest + tables.count(table);
    long first = first(table, id, state.fromHeight(), end);
    return new Span(first, first(table, id, state.tipHeight() + 1, end) - first);
  }

  private <R> long first(Table<R> table, ToLongFunction<R> id, long height, long otherwise) {
    try (Rows<R> rows = tables.scan(table, height, Long.MAX_VALUE)) {
      return rows.hasNext() ? id.applyAsLong(rows.next()) : otherwise;
    }
  }

  @Override
  public Written write(Path folder, long first) {
    numbers.startAt(first);
    OlderOutputs older =
        OlderOutputs.of(tables, state.fromHeight(), state.tipHeight(), numbers.firstOutput());
    numbers.older(older.ids(), older.names());
    try (Aside rings = Aside.run(() -> rings(folder))) {
      StateFile.write(file(folder, "Graph"), numbers.graph(), state);
      blocks(folder);
      transactions(folder);
      outputs(folder, older);
      rings.await();
    }
    List<String> options = new ArrayList<>();
    for (String label : List.of("Graph", "Block", "Transaction", "Ring", "Output")) {
      options.add("--nodes=" + label + "=" + file(folder, label));
    }
    for (String type : List.of("NEXT", "CONTAINS", "HAS_RING", "CREATES", "MEMBER")) {
      options.add("--relationships=" + type + "=" + file(folder, type));
    }
    return new Written(options, numbers.end());
  }

  private static Path file(Path folder, String name) {
    return folder.resolve(name + ".csv");
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

  private void blocks(Path folder) {
    String header =
        ":ID,height:long,hash,timestamp:long,major:long,minor:long,weight:long,reward:long,"
            + "difficulty:long";
    try (ImportFile file = new ImportFile(file(folder, "Block"), header);
        ImportFile next = ends(folder, "NEXT", "")) {
      each(
          BlockRow.TABLE,
          row -> {
            long number = numbers.block(row.height());
            file.number(number).number(row.height()).text(row.hash().toString());
            file.number(row.timestamp()).number(row.major()).number(row.minor());
            file.number(row.weight()).number(row.reward()).number(row.difficulty()).end();
            if (row.height() > state.fromHeight()) {
              next.number(number - 1).number(number).end();
            }
          });
    }
  }

  private void transactions(Path folder) {
    String header =
        ":ID,hash,height:long,indexInBlock:long,coinbase:boolean,version:long,rctType:long,"
            + "unlockTime:long,fee:long,weight:long,inputCount:long,outputCount:long,"
            + "paymentId,paymentIdKind";
    try (ImportFile file = new ImportFile(file(folder, "Transaction"), header);
        ImportFile contains = ends(folder, "CONTAINS", "")) {
      each(
          TransactionRow.TABLE,
          row -> {
            long number = numbers.transaction(row.txId());
            file.number(number).text(row.hash().toString()).number(row.height());
            file.number(row.indexInBlock()).text(Boolean.toString(row.coinbase()));
            file.number(row.version()).optional(row.rctType()).number(row.unlockTime());
            file.optional(row.fee()).number(row.weight());
            file.number(row.inputCount()).number(row.outputCount());
            file.hex(row.paymentId()).text(row.paymentIdKind()).end();
            contains.number(numbers.block(row.height())).number(number).end();
          });
    }
  }

  private void outputs(Path folder, OlderOutputs older) {
    String header =
        ":ID,indexSpace:long,amountIndex:long,height:long,indexInTx:long,value:long,publicKey";
    try (ImportFile file = new ImportFile(file(folder, "Output"), header);
        ImportFile creates = ends(folder, "CREATES", "")) {
      each(
          OutputRow.TABLE,
          row -> {
            write(file, row);
            creates.number(numbers.transaction(row.txId()));
            creates.number(numbers.output(row.outputId())).end();
          });
      older.eachRow(row -> write(file, row));
      older.eachNamed(
          (name, row) -> {
            file.number(numbers.named(name)).number(name.indexSpace()).number(name.amountIndex());
            file.number(row.createdAtHeight()).text("").text("").text(row.publicKey().toString());
            file.end();
          });
    }
  }

  private void write(ImportFile file, OutputRow row) {
    file.number(numbers.output(row.outputId())).number(row.indexSpace()).number(row.amountIndex());
    file.number(row.height()).number(row.indexInTx()).optional(row.value());
    file.text(row.publicKey().toString()).end();
  }

  private void rings(Path folder) {
    try (ImportFile file =
            new ImportFile(file(folder, "Ring"), ":ID,keyImage,inputIndex:long,indexSpace:long");
        ImportFile has = ends(folder, "HAS_RING", "");
        ImportFile member = ends(folder, "MEMBER", ",position:long")) {
      each(
          RingRow.TABLE,
          row -> {
            long number = numbers.ring(row.ringId());
            file.number(number).text(row.keyImage().toString());
            file.number(row.inputIndex()).number(row.indexSpace()).end();
            has.number(numbers.transaction(row.txId())).number(number).end();
            for (int position = 0; position < row.members().length; position++) {
              member.number(number).number(numbers.member(row, position)).number(position).end();
            }
          });
    }
  }
}
