package org.ringlight.graph.finding;

import java.util.List;

/**
 * How one kind of row of a run stands in the graph: the statements that write it, tell it again and
 * find it for its removal. In all of them {@code $run} is the run's number; properties carry it
 * too.
 */
enum RunForm {
  SPENDS(ofRing("SPENDS"), tellsOfRing("SPENDS"), fromRing("SPENDS")),
  ELIMINATES(ofRing("ELIMINATES"), tellsOfRing("ELIMINATES"), fromRing("ELIMINATES")),
  NARROWED_TO(ofRing("NARROWED_TO"), tellsOfRing("NARROWED_TO"), fromRing("NARROWED_TO")),
  WEIGHS(ofRing("WEIGHS"), tellsOfRing("WEIGHS"), fromRing("WEIGHS")),
  SPENT(
      """
      MATCH (run:Run {number: $run})
      UNWIND $rows AS c
      MATCH (o:Output {indexSpace: c.names.indexSpace, amountIndex: c.names.amountIndex})
      CREATE (run)-[s:SPENT]->(o) SET s = c.properties
      RETURN c.at AS at, count(*) AS times
      """,
      """
      MATCH (:Run {number: $run})-[s:SPENT]->(o:Output)
      RETURN {indexSpace: o.indexSpace, amountIndex: o.amountIndex} AS names,
        properties(s) AS properties
      """,
      "MATCH (:Run {number: $run})-[s:SPENT]->()"),
  TAG(
      """
      UNWIND $rows AS c
      CALL (c) {
        MATCH (n:Transaction {hash: c.names.hash}) RETURN n
        UNION
        MATCH (n:Ring {keyImage: c.names.keyImage}) RETURN n
        UNION
        MATCH (n:Output {indexSpace: c.names.indexSpace, amountIndex: c.names.amountIndex})
        RETURN n
        UNION
        MATCH (n:BtcTransaction {hash: c.names.hash}) RETURN n
        UNION
        MATCH (:BtcTransaction {hash: c.names.creator})
          -[:CREATES]->(n:BtcOutput {index: c.names.index})
        RETURN n
        UNION
        MATCH (n:Address {address: c.names.address}) RETURN n
      }
      MERGE (tag:Tag {run: $run, label: c.properties.label, category: c.properties.category,
        source: c.properties.source, confidence: c.properties.confidence})
      MERGE (tag)-[:ON]->(n)
      RETURN c.at AS at, count(*) AS times
      """,
      "",
      "MATCH (s:Tag) WHERE s.run = $run"),
  IN(
      """
      UNWIND $rows AS c
      MATCH (a:Address {address: c.names.address})
      MERGE (cluster:Cluster {run: $run, name: c.names.cluster})
      ON CREATE SET cluster.size = 0
      SET cluster.size = cluster.size + 1
      CREATE (a)-[:IN {run: $run}]->(cluster)
      RETURN c.at AS at, count(*) AS times
      """,
      """
      MATCH (a:Address)-[s:IN]->(c:Cluster {run: $run}) WHERE s.run = $run
      RETURN {address: a.address,
        cluster: CASE WHEN c.size = COUNT { (c)<-[:IN]-() } THEN c.name END} AS names,
        properties(s) AS properties
      """,
      RunForm.CLUSTERS + " MATCH (cluster)<-[s:IN]-()"),
  TAINTS(
      """
      MATCH (run:Run {number: $run})
      UNWIND $rows AS c
      MATCH (:BtcTransaction {hash: c.names.hash})-[:CREATES]->(o:BtcOutput {index: c.names.index})
      CREATE (run)-[s:TAINTS]->(o) SET s = c.properties
      RETURN c.at AS at, count(*) AS times
      """,
      """
      MATCH (:Run {number: $run})-[s:TAINTS]->(o:BtcOutput)<-[:CREATES]-(t:BtcTransaction)
      RETURN {hash: t.hash, index: o.index} AS names, properties(s) AS properties
      """,
      "MATCH (:Run {number: $run})-[s:TAINTS]->()"),
  GIVES_BACK(
      """
      UNWIND $rows AS c
      MATCH (t:BtcTransaction {hash: c.names.hash})-[:CREATES]->(o:BtcOutput {index: c.names.index})
      CREATE (t)-[s:GIVES_BACK]->(o) SET s = c.properties
      RETURN c.at AS at, count(*) AS times
      """,
      """
      MATCH (t:BtcTransaction)-[s:GIVES_BACK]->(o:BtcOutput)
      WHERE s.run = $run
      RETURN {hash: CASE WHEN EXISTS { (t)-[:CREATES]->(o) } THEN t.hash END, index: o.index}
        AS names, properties(s) AS properties
      """,
      "MATCH (:BtcTransaction)-[s:GIVES_BACK]->() WHERE s.run = $run"),
  SEES_COINJOIN(
      """
      MATCH (run:Run {number: $run})
      UNWIND $rows AS c
      MATCH (t:BtcTransaction {hash: c.names.hash})
      CREATE (run)-[s:SEES_COINJOIN]->(t) SET s = c.properties
      RETURN c.at AS at, count(*) AS times
      """,
      """
      MATCH (:Run {number: $run})-[s:SEES_COINJOIN]->(t:BtcTransaction)
      RETURN {hash: t.hash} AS names, properties(s) AS properties
      """,
      "MATCH (:Run {number: $run})-[s:SEES_COINJOIN]->()");

  /** Found by their index. */
  private static final String CLUSTERS =
      "MATCH (cluster:Cluster) WHERE cluster.run = $run AND cluster.name IS NOT NULL";

  private final String writes;
  private final String tells;
  private final String finds;

  RunForm(String writes, String tells, String finds) {
    this.writes = writes;
    this.tells = tells;
    this.finds = finds;
  }

  /** Writes {@code $rows}; answers with the number of each that it wrote, and how many times. */
  String writes() {
    return writes;
  }

  /** Tells {@code names} and {@code properties} of every row; empty where they are not compared. */
  String tells() {
    return tells;
  }

  /** Statements that find all that is to be removed, as {@code s}, one after the other. */
  List<String> finds() {
    return this == IN ? List.of(finds, CLUSTERS + " WITH cluster AS s") : List.of(finds);
  }

  private static String ofRing(String type) {
    return """
    UNWIND $rows AS c
    MATCH (r:Ring {keyImage: c.names.keyImage})
    MATCH (o:Output {indexSpace: c.names.indexSpace, amountIndex: c.names.amountIndex})
    WHERE EXISTS { (r)-[:MEMBER]->(o) }
    CREATE (r)-[s:%s]->(o) SET s = c.properties
    RETURN c.at AS at, count(*) AS times
    """
        .formatted(type);
  }

  private static String tellsOfRing(String type) {
    return """
    MATCH (r:Ring)-[s:%s]->(o:Output) WHERE s.run = $run
    RETURN {keyImage: r.keyImage, indexSpace: o.indexSpace, amountIndex: o.amountIndex}
      AS names, properties(s) AS properties
    """
        .formatted(type);
  }

  private static String fromRing(String type) {
    return "MATCH (:Ring)-[s:" + type + "]->() WHERE s.run = $run";
  }
}
