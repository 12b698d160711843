package org.ringlight.analytics.spark.contrast;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.ringlight.analytics.bitcoin.CoinTransaction;
import org.ringlight.analytics.bitcoin.taint.SourceTotals;
import org.ringlight.analytics.bitcoin.taint.Taint;
import org.ringlight.analytics.bitcoin.taint.TaintMethod;
import org.ringlight.analytics.bitcoin.taint.TaintPolicy;
import org.ringlight.analytics.bitcoin.taint.TaintReport;
import org.ringlight.analytics.bitcoin.taint.TaintSources;

/**
 * Runs the kernel of taint by every method over the known transactions of one flow; it ends at the
 * flow's labels, as behind a service coins are pooled.
 */
final class FollowValues implements FlatMapGroupsFunction<String, Row, Row> {

  private static final long serialVersionUID = 1L;

  /**
   * All in satoshi or atomic units: {@code taken}, what sources held when they were made; {@code
   * again}, what of it came back to a later source; {@code direct} and {@code indirect}, what
   * reached labels by transactions that spend a source and by others; {@code held}, what lies in
   * {@code outputs}; {@code fees}.
   */
  static final StructType RESULT =
      new StructType()
          .add("chain", DataTypes.StringType)
          .add("flow", DataTypes.StringType)
          .add("method", DataTypes.StringType)
          .add("taken", DataTypes.LongType)
          .add("again", DataTypes.LongType)
          .add("direct", DataTypes.LongType)
          .add("indirect", DataTypes.LongType)
          .add("held", DataTypes.LongType)
          .add("outputs", DataTypes.IntegerType)
          .add("fees", DataTypes.LongType)
          .add("conserves", DataTypes.BooleanType);

  private record Coin(long output, long value, long address) {}

  @Override
  public Iterator<Row> call(String key, Iterator<Row> rows) {
    String[] names = key.split("\u0000", -1);
    // by transaction, then in the order of its inputs and its outputs
    Map<Long, Map<Long, Coin>> spent = new TreeMap<>();
    Map<Long, Map<Long, Coin>> made = new TreeMap<>();
    TaintSources.Builder sources = TaintSources.builder();
    boolean any = false;
    while (rows.hasNext()) {
      Row row = rows.next();
      String kind = row.getAs("kind");
      long tx = row.getAs("tx");
      long output = row.getAs("output");
      Coin coin = new Coin(output, row.getAs("value"), address(row.getAs("label")));
      (kind.equals("spent") ? spent : made)
          .computeIfAbsent(tx, one -> new TreeMap<>())
          .put(row.getAs("place"), coin);
      if (kind.equals("source")) {
        sources.add(names[0], output);
        any = true;
      }
    }
    List<Row> results = new ArrayList<>();
    if (any) {
      TaintSources known = sources.build();
      for (TaintMethod method : TaintMethod.values()) {
        long[] arrived = new long[2];
        Taint taint =
            new Taint(
                TaintPolicy.of(method),
                known,
                address -> true,
                (transaction, output, source, amount) -> {
                  long address = transaction.outputAddress(output);
                  if (address != CoinTransaction.UNKNOWN) {
                    arrived[(int) address] = Math.addExact(arrived[(int) address], amount);
                  }
                });
        made.forEach((tx, outputs) -> taint.accept(transaction(tx, outputs, spent)));
        results.add(result(names, method, taint, arrived));
      }
    }
    return results.iterator();
  }

  /** Of an output, by the hop at which it is a label; {@code null} where it is none. */
  private static long address(@Nullable Integer label) {
    if (label == null) {
      return CoinTransaction.UNKNOWN;
    }
    return label <= 1 ? KnownTransaction.DIRECT : KnownTransaction.INDIRECT;
  }

  private static KnownTransaction transaction(
      long tx, Map<Long, Coin> outputs, Map<Long, Map<Long, Coin>> spent) {
    KnownTransaction transaction = new KnownTransaction(tx);
    spent
        .getOrDefault(tx, Map.of())
        .values()
        .forEach(coin -> transaction.spends(coin.output(), coin.value()));
    outputs
        .values()
        .forEach(coin -> transaction.makes(coin.output(), coin.value(), coin.address()));
    return transaction;
  }

  private static Row result(String[] names, TaintMethod method, Taint taint, long[] arrived) {
    TaintReport report = taint.report();
    SourceTotals totals = report.totals().get(0);
    return RowFactory.create(
        names[1],
        names[0],
        method.word(),
        totals.stolen(),
        totals.replaced(),
        arrived[(int) KnownTransaction.DIRECT],
        arrived[(int) KnownTransaction.INDIRECT],
        totals.unspent(),
        taint.outputs(),
        totals.fees(),
        method.conserves());
  }
}
