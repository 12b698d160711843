package org.ringlight.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.graph.schema.GraphDictionary;
import org.ringlight.graph.schema.GraphSchema;
import org.ringlight.graph.schema.Label;
import org.ringlight.graph.schema.Migrations;
import org.ringlight.graph.schema.Property;
import org.ringlight.graph.schema.Relationship;
import org.ringlight.graph.server.GraphAddress;
import org.ringlight.graph.server.GraphConnection;
import org.ringlight.lake.Lake;

@ExtendWith(RunningServer.class)
class SchemaTest {

  private static final String ALWAYS = " always";
  private static final Path PAGE =
      Path.of(System.getProperty("ringlight.root", ".."), "docs/reference/graph-dictionary.md");

  @Test
  void theDictionaryIsWhatTheSchemaSays() throws IOException {
    if (Boolean.getBoolean("ringlight.regenerate")) {
      Files.writeString(PAGE, GraphDictionary.markdown());
    }
    assertThat(Files.readString(PAGE))
        .as("run with -Dringlight.regenerate=true")
        .isEqualTo(GraphDictionary.markdown());
  }

  @Test
  void aLoadedGraphHasThePropertiesOfTheSchemaAndNoOthers(
      GraphAddress address, @TempDir Path folder) {
    try (GraphConnection graph = GraphConnection.open(address);
        Lake lake = Lake.open(folder)) {
      Graphs.wipe(graph);
      GrownChain.of(80).writeTo(lake, 79);
      Graphs.load(graph, lake);
      GrownBitcoinChain bitcoin = GrownBitcoinChain.of(60);
      bitcoin.writeTo(lake, 30, 59);
      BitcoinGraphs.load(graph, lake);
      PlantedClaims.plant(graph, GrownChain.of(80));
      new WrittenFindings(lake, bitcoin).write("theft", 9);
      PlantedClaims.bring(graph, lake);
      for (Label label : GraphSchema.labels()) {
        assertThere(properties(graph, "MATCH (n:" + label.name() + ")"), label.properties());
      }
      for (Relationship relationship : GraphSchema.relationships()) {
        assertThere(
            properties(
                graph, "MATCH (:" + relationship.from() + ")-[n:" + relationship.name() + "]->()"),
            relationship.properties());
        assertThat(ends(graph, relationship.from(), relationship.name()))
            .as(relationship.pattern())
            .isSubsetOf(ends(relationship))
            .isNotEmpty();
      }
    }
  }

  private static void assertThere(Map<String, String> found, List<Property> properties) {
    Map<String, String> wanted = new TreeMap<>();
    for (Property property : properties) {
      boolean always = property.presence() == Property.Presence.ALWAYS;
      String there = found.getOrDefault(property.name(), property.type());
      wanted.put(
          property.name(), property.type() + (always || there.endsWith(ALWAYS) ? ALWAYS : ""));
    }
    assertThat(wanted).containsAllEntriesOf(found);
    assertThat(found.keySet())
        .containsAll(
            properties.stream()
                .filter(p -> p.presence() == Property.Presence.ALWAYS)
                .map(Property::name)
                .toList());
  }

  private static Map<String, String> properties(GraphConnection graph, String match) {
    long all = graph.read(t -> t.run(match + " RETURN count(n) AS n").single().get("n").asLong());
    assertThat(all).as(match).isPositive();
    Map<String, String> found = new TreeMap<>();
    graph
        .read(
            t ->
                t.run(
                        match
                            + " UNWIND keys(n) AS key RETURN key,"
                            + " collect(DISTINCT replace(valueType(n[key]), ' NOT NULL', ''))"
                            + " AS types,"
                            + " count(*) AS count")
                    .list())
        .forEach(
            row ->
                found.put(
                    row.get("key").asString(),
                    String.join("|", row.get("types").asList(v -> v.asString()))
                        + (row.get("count").asLong() == all ? ALWAYS : "")));
    return found;
  }

  private static Set<String> ends(GraphConnection graph, String from, String type) {
    return new TreeSet<>(
        graph.<List<String>>read(
            t ->
                t.run(
                        "MATCH (a:"
                            + from
                            + ")-[:"
                            + type
                            + "]->(b) RETURN DISTINCT labels(a)[0] + '>' + labels(b)[0] AS ends")
                    .list(row -> row.get("ends").asString())));
  }

  private static Set<String> ends(Relationship relationship) {
    Set<String> ends = new TreeSet<>();
    for (String to : relationship.to().split("\\|", -1)) {
      ends.add(relationship.from() + ">" + to);
    }
    return ends;
  }

  @Test
  void migrationsRunOnceAndMakeTheConstraintsTheyState(GraphAddress address) {
    try (GraphConnection graph = GraphConnection.open(address)) {
      Migrations.apply(graph);
      assertThat(Migrations.apply(graph)).isEmpty();
      List<String> constraints =
          graph.run("SHOW CONSTRAINTS").stream().map(row -> row.get("name").asString()).toList();
      assertThat(constraints)
          .contains("block_height", "transaction_hash", "ring_key_image", "output_name");
      assertThat(graph.run("SHOW INDEXES"))
          .allMatch(row -> "ONLINE".equals(row.get("state").asString()));
    }
  }
}
