package org.ringlight.analytics.spark.contrast;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.ringlight.analytics.bitcoin.taint.SourceTotals;
import org.ringlight.analytics.bitcoin.taint.Taint;
import org.ringlight.analytics.bitcoin.taint.TaintMethod;
import org.ringlight.analytics.bitcoin.taint.TaintPolicy;
import org.ringlight.analytics.bitcoin.taint.TaintReport;
import org.ringlight.analytics.bitcoin.taint.TaintSources;

/** Runs the kernel of taint by every method over the known transactions of one flow. */
final class FollowValues implements FlatMapGroupsFunction<String, Row, Row> {

  private static final long serialVersionUID = 1L;

  static final StructType RESULT =
      new StructType()
          .add("chain", DataTypes.StringType)
          .add("flow", DataTypes.StringType)
          .add("method", DataTypes.StringType)
          .add("taken", DataTypes.LongType)
          .add("held", DataTypes.LongType)
          .add("fees", DataTypes.LongType)
          .add("outputs", DataTypes.IntegerType);

  private record Coin(long output, long value) {}

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
      Coin coin = new Coin(output, row.getAs("value"));
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
        Taint taint = new Taint(TaintPolicy.of(method), known);
        made.forEach((tx, outputs) -> taint.accept(transaction(tx, outputs, spent)));
        results.add(result(names, method, taint));
      }
    }
    return results.iterator();
  }

  private static KnownTransaction transaction(
      long tx, Map<Long, Coin> outputs, Map<Long, Map<Long, Coin>> spent) {
    KnownTransaction transaction = new KnownTransaction(tx);
    spent
        .getOrDefault(tx, Map.of())
        .values()
        .forEach(coin -> transaction.spends(coin.output(), coin.value()));
    outputs.values().forEach(coin -> transaction.makes(coin.output(), coin.value()));
    return transaction;
  }

  private static Row result(String[] names, TaintMethod method, Taint taint) {
    TaintReport report = taint.report();
    SourceTotals totals = report.totals().get(0);
    return RowFactory.create(
        names[1],
        names[0],
        method.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        totals.stolen(),
        totals.unspent(),
        totals.fees(),
        taint.outputs());
  }
}
