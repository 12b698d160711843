package org.ringlight.analytics.spark.contrast;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.ringlight.analytics.contrast.SampledShare;

/**
 * By flow and hop: the probability that it has reached a label, with its 95 % interval, and how
 * many outputs descend from it on average. Both are counted on worlds in which every spend spent
 * one output and no output was spent twice, so that an ancestor that two paths share counts once.
 * Where nothing was to be drawn, or no label is among what could descend, the interval is the share
 * itself. {@code closed} says whether all spends that compete for outputs were drawn together.
 */
public record Reach(FlowCase flows) implements Measure {

  private static final StructType RESULT =
      new StructType()
          .add("chain", DataTypes.StringType)
          .add("flow", DataTypes.StringType)
          .add("hop", DataTypes.IntegerType)
          .add("worlds", DataTypes.LongType)
          .add("probability", DataTypes.DoubleType)
          .add("low", DataTypes.DoubleType)
          .add("high", DataTypes.DoubleType)
          .add("expected_outputs", DataTypes.DoubleType);

  @Override
  public String word() {
    return "reach";
  }

  @Override
  public Dataset<Row> rows(SpendGraph graph) {
    Dataset<Row> counted =
        flows
            .drawn()
            .where("axis = 'hop'")
            .groupBy("chain", "flow", "at")
            .agg(
                expr("array_sort(collect_list(hits))").as("hits"),
                expr("max(worlds)").as("worlds"),
                expr("bool_and(certain OR NOT possible)").as("certain"),
                expr("max(labels)").as("labels"),
                expr("sum(outputs)").as("outputs"));
    return counted
        .map((MapFunction<Row, Row>) Reach::result, Encoders.row(RESULT))
        .orderBy("chain", "flow", "hop")
        .withColumn("closed", lit(flows.isClosed()));
  }

  private static Row result(Row row) {
    List<Long> list = row.getList(row.fieldIndex("hits"));
    long[] hits = list.stream().mapToLong(Long::longValue).toArray();
    long worlds = row.getAs("worlds");
    SampledShare share = SampledShare.of(hits, worlds);
    if (row.<Boolean>getAs("certain")) {
      share = SampledShare.exactly(share.share());
    }
    boolean asked = row.<Long>getAs("labels") > 0;
    return RowFactory.create(
        row.getAs("chain"),
        row.getAs("flow"),
        row.getAs("at"),
        worlds * hits.length,
        asked ? share.share() : null,
        asked ? share.low() : null,
        asked ? share.high() : null,
        row.<Long>getAs("outputs") / (double) (worlds * hits.length));
  }
}
