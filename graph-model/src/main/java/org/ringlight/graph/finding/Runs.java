package org.ringlight.graph.finding;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import org.ringlight.graph.server.GraphConnection;

/** The runs whose claims or labels are in a graph. */
public final class Runs {

  private Runs() {}

  /**
   * One of them; its components are properties of its node.
   *
   * @param written how many rows it brought
   * @param current whether it counts
   * @param digest of the rows; null where an older version of this program brought them
   */
  public record Run(
      long number,
      String id,
      String kind,
      String source,
      long tipHeight,
      String tipHash,
      long written,
      boolean current,
      @Nullable String digest) {

    static Run of(Value node) {
      return new Run(
          node.get("number").asLong(),
          node.get("id").asString(),
          node.get("kind").asString(),
          node.get("source").asString(),
          node.get("tipHeight").asLong(),
          node.get("tipHash").asString(),
          node.get("written").asLong(),
          node.get("current").asBoolean(),
          node.get("digest").asString(null));
    }
  }

  /** All of them, oldest first. */
  public static List<Run> all(GraphConnection graph) {
    return graph.read(
        transaction ->
            transaction
                .run("MATCH (r:Run) RETURN properties(r) AS run ORDER BY r.number")
                .list(row -> Run.of(row.get("run"))));
  }
}
