package org.ringlight.graph.schema;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Record;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.graph.server.GraphConnection;

/**
 * Brings a graph's schema up to this program's: runs the numbered scripts that have not run there,
 * in order. Every script can be run again, so that one that was cut off is.
 */
public final class Migrations {

  private static final long INDEX_SECONDS = 3_600;

  private Migrations() {}

  /**
   * Runs what has not run yet, and waits until all indexes can be used.
   *
   * @return the names of the scripts that ran
   * @throws ConfigurationInvalid where a newer program wrote the schema, or a script that ran there
   *     reads differently here; nothing is changed
   */
  public static List<String> apply(GraphConnection graph) {
    List<Migration> missing = missing(graph);
    for (Migration migration : missing) {
      migration.statements().forEach(graph::run);
    }
    graph.run("CALL db.awaitIndexes(" + INDEX_SECONDS + ")");
    for (Migration migration : missing) {
      graph.write(
          transaction ->
              transaction
                  .run(
                      "MERGE (m:Migration {number: $number}) SET m.name = $name,"
                          + " m.checksum = $checksum, m.appliedAt = $at",
                      Map.of(
                          "number", migration.number(),
                          "name", migration.name(),
                          "checksum", migration.checksum(),
                          "at", Instant.now().getEpochSecond()))
                  .consume());
    }
    return missing.stream().map(Migration::name).toList();
  }

  private static List<Migration> missing(GraphConnection graph) {
    Map<Integer, String> ran = new HashMap<>();
    for (Record row :
        graph.read(
            transaction ->
                transaction
                    .run("MATCH (m:Migration) RETURN m.number AS number, m.checksum AS checksum")
                    .list())) {
      ran.put(row.get("number").asInt(), row.get("checksum").asString());
    }
    String where = graph.address().uri();
    List<Migration> missing = new ArrayList<>();
    for (Migration migration : Migration.all()) {
      String checksum = ran.remove(migration.number());
      if (checksum == null) {
        missing.add(migration);
      } else if (!checksum.equals(migration.checksum())) {
        throw new ConfigurationInvalid(
            "script " + migration.name() + " that made this graph's schema is another one",
            where,
            "load the graph anew into an empty server");
      }
    }
    if (!ran.isEmpty()) {
      throw new ConfigurationInvalid(
          "a newer version of this program made this graph (schema script " + ran.keySet() + ")",
          where,
          "update, or load the graph anew into an empty server");
    }
    return missing;
  }
}
