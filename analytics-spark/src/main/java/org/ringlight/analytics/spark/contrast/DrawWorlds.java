package org.ringlight.analytics.spark.contrast;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.ringlight.analytics.contrast.Choices;
import org.ringlight.analytics.contrast.Descent;
import org.ringlight.analytics.contrast.Worlds;

/**
 * Draws the worlds of one chain of worlds over the rows of one flow, on an executor, and counts by
 * hop and by day what descends and whether a label is reached. The seed is the chain's number: the
 * same rows give the same worlds wherever they are drawn.
 */
final class DrawWorlds implements FlatMapGroupsFunction<String, Row, Row> {

  private static final long serialVersionUID = 1L;

  /**
   * {@code hits}: worlds in which a label is reached up to there; {@code outputs}: sum over worlds
   * of the outputs that descend, sources among them; {@code certain}: there is one world only;
   * {@code possible}: what could descend up to there has a label.
   */
  static final StructType RESULT =
      new StructType()
          .add("flow", DataTypes.StringType)
          .add("chain", DataTypes.StringType)
          .add("batch", DataTypes.IntegerType)
          .add("worlds", DataTypes.LongType)
          .add("certain", DataTypes.BooleanType)
          .add("possible", DataTypes.BooleanType)
          .add("labels", DataTypes.LongType)
          .add("axis", DataTypes.StringType)
          .add("at", DataTypes.IntegerType)
          .add("hits", DataTypes.LongType)
          .add("outputs", DataTypes.LongType);

  private final int hops;
  private final int worlds;

  DrawWorlds(int hops, int worlds) {
    this.hops = hops;
    this.worlds = worlds;
  }

  private record Made(long output, int hop, int day) {}

  /** An axis along which is counted: index by index, up to and including it. */
  private static final class Axis {
    private final long[] hits;
    private final long[] outputs;

    Axis(int length) {
      hits = new long[length];
      outputs = new long[length];
    }

    void add(long[] at, int firstHit) {
      long sum = 0;
      for (int i = 0; i < at.length; i++) {
        sum += at[i];
        outputs[i] += sum;
        if (i >= firstHit) {
          hits[i]++;
        }
      }
    }
  }

  @Override
  public Iterator<Row> call(String key, Iterator<Row> rows) {
    Choices.Builder builder = new Choices.Builder();
    List<Made> made = new ArrayList<>();
    List<Long> sources = new ArrayList<>();
    Set<Long> labels = new TreeSet<>();
    while (rows.hasNext()) {
      Row row = rows.next();
      long output = row.getAs("output");
      switch (row.<String>getAs("kind")) {
        case "candidate" ->
            builder.candidate(row.getAs("spend_id"), row.getAs("tx"), output, row.getAs("weight"));
        case "label" -> labels.add(output);
        case "source" -> {
          sources.add(output);
          made.add(new Made(output, row.getAs("hop"), row.getAs("day")));
          builder.made(row.<Long>getAs("tx"), output);
        }
        case "made" -> {
          made.add(new Made(output, row.getAs("hop"), row.getAs("day")));
          builder.made(row.<Long>getAs("tx"), output);
        }
        default -> throw new IllegalArgumentException(row.<String>getAs("kind"));
      }
    }
    String[] names = key.split("\u0000", -1);
    int batch = Integer.parseInt(names[2]);
    Choices choices = builder.build();
    // in order of the days: each with its place
    Map<Integer, Integer> days = new TreeMap<>();
    made.forEach(one -> days.put(one.day(), 0));
    int number = 0;
    for (var day : days.entrySet()) {
      day.setValue(number++);
    }
    Axis byHop = new Axis(hops + 1);
    Axis byDay = new Axis(days.size());
    draw(choices, batch, sources, labels, made, days, byHop, byDay);
    int nearest = Descent.NEVER;
    int earliest = Descent.NEVER;
    for (Made one : made) {
      if (labels.contains(one.output())) {
        nearest = Math.min(nearest, one.hop());
        earliest = Math.min(earliest, one.day());
      }
    }
    List<Row> results = new ArrayList<>();
    for (int hop = 0; hop <= hops; hop++) {
      boolean possible = nearest <= hop;
      results.add(result(names, batch, choices, possible, labels, "hop", hop, byHop, hop));
    }
    for (var day : days.entrySet()) {
      int at = day.getKey();
      boolean possible = earliest <= at;
      results.add(
          result(names, batch, choices, possible, labels, "day", at, byDay, day.getValue()));
    }
    return results.iterator();
  }

  private void draw(
      Choices choices,
      int seed,
      List<Long> sources,
      Set<Long> labels,
      List<Made> made,
      Map<Integer, Integer> days,
      Axis byHop,
      Axis byDay) {
    Descent descent =
        new Descent(choices, sources.stream().mapToInt(choices::output).sorted().toArray());
    Worlds world = new Worlds(choices, seed);
    for (int i = 0; i < worlds; i++) {
      world.next();
      descent.follow(world, hops);
      long[] atHop = new long[byHop.hits.length];
      long[] atDay = new long[byDay.hits.length];
      int firstHop = Descent.NEVER;
      int firstDay = Descent.NEVER;
      for (Made one : made) {
        int hop = descent.hops(choices.output(one.output()));
        if (hop != Descent.NEVER) {
          int day = Objects.requireNonNull(days.get(one.day()));
          atHop[hop]++;
          atDay[day]++;
          if (labels.contains(one.output())) {
            firstHop = Math.min(firstHop, hop);
            firstDay = Math.min(firstDay, day);
          }
        }
      }
      byHop.add(atHop, firstHop);
      byDay.add(atDay, firstDay);
    }
  }

  private Row result(
      String[] names,
      int batch,
      Choices choices,
      boolean possible,
      Set<Long> labels,
      String axis,
      int at,
      Axis counts,
      int index) {
    return RowFactory.create(
        names[0],
        names[1],
        batch,
        (long) worlds,
        choices.areMade(),
        possible,
        (long) labels.size(),
        axis,
        at,
        counts.hits[index],
        counts.outputs[index]);
  }
}
