package org.ringlight.graph;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.ringlight.graph.NodeAnswers.Told;
import org.ringlight.graph.NodeAnswers.ToldOutput;
import org.ringlight.graph.NodeAnswers.ToldRing;
import org.ringlight.graph.server.GraphConnection;

/** What the graph says of every transaction, by Cypher. */
final class CypherAnswers {

  private static final String QUERY =
      """
      MATCH (b:Block)-[:CONTAINS]->(t:Transaction)
      RETURN t.hash AS hash, b.height AS height, t.coinbase AS coinbase,
        COLLECT { MATCH (t)-[:HAS_RING]->(r:Ring) RETURN [r.keyImage, r.indexSpace,
            COLLECT { MATCH (r)-[m:MEMBER]->(o:Output) WHERE o.indexSpace = r.indexSpace
              RETURN o.amountIndex ORDER BY m.position }]
          ORDER BY r.inputIndex } AS rings,
        COLLECT { MATCH (t)-[:CREATES]->(o:Output)
          RETURN [o.indexSpace, o.amountIndex, o.publicKey] ORDER BY o.indexInTx } AS outputs
      ORDER BY height, t.indexInBlock
      """;

  private CypherAnswers() {}

  static Map<String, Told> everything(GraphConnection graph) {
    Map<String, Told> found = new LinkedHashMap<>();
    for (Record row : graph.read(t -> t.run(QUERY).list())) {
      found.put(
          row.get("hash").asString(),
          new Told(
              row.get("height").asLong(),
              row.get("coinbase").asBoolean(),
              row.get("rings").asList(CypherAnswers::ring),
              row.get("outputs").asList(CypherAnswers::output)));
    }
    return found;
  }

  private static ToldRing ring(Value ring) {
    List<Long> members = ring.get(2).asList(Value::asLong);
    return new ToldRing(ring.get(0).asString(), ring.get(1).asLong(), members);
  }

  private static ToldOutput output(Value output) {
    return new ToldOutput(output.get(0).asLong(), output.get(1).asLong(), output.get(2).asString());
  }
}
