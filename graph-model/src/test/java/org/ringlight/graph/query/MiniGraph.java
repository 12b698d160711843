package org.ringlight.graph.query;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.ringlight.lake.mini.MiniChain;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.lake.table.TransactionRow;

/**
 * A Neo4j that holds the mini chain with planted findings and labels, started once for all tests.
 */
final class MiniGraph implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Driver.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(MiniGraph.class))
        .getOrComputeIfAbsent("server", key -> new Server(), Server.class)
        .driver;
  }

  private static final class Server implements AutoCloseable {

    private final Process process;
    private final Driver driver;

    Server() {
      String jars = System.getProperty("ringlight.neo4jJars");
      Assumptions.assumeTrue(jars != null, "no folder of Neo4j's jars: -Dringlight.neo4jJars");
      try {
        Path home = Files.createTempDirectory("mini-graph");
        int port = freePort();
        String password = UUID.randomUUID().toString();
        Files.createDirectories(home.resolve("conf"));
        Files.writeString(
            home.resolve("conf/neo4j.conf"),
            """
            server.bolt.listen_address=127.0.0.1:%d
            server.http.enabled=false
            server.memory.pagecache.size=64m
            dbms.usage_report.enabled=false
            """
                .formatted(port));
        String admin = "org.neo4j.cli.AdminTool";
        java(home, jars, admin, "dbms", "set-initial-password", password).waitFor();
        process =
            java(
                home,
                jars,
                "org.neo4j.server.CommunityEntryPoint",
                "--home-dir=" + home,
                "--config-dir=" + home.resolve("conf"));
        driver =
            GraphDatabase.driver("bolt://127.0.0.1:" + port, AuthTokens.basic("neo4j", password));
        awaitServer();
        load(MiniChain.ofStory());
      } catch (IOException e) {
        throw new IllegalStateException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }

    private void awaitServer() throws InterruptedException {
      long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
      while (true) {
        try {
          driver.verifyConnectivity();
          return;
        } catch (ServiceUnavailableException e) {
          if (System.nanoTime() > deadline || !process.isAlive()) {
            throw e;
          }
          Thread.sleep(200);
        }
      }
    }

    private static Process java(Path home, String jars, String... arguments) throws IOException {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(List.of("-Xmx512m", "-cp", jars + "/*"));
      command.addAll(List.of(arguments));
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(home.resolve("out.log").toFile());
      builder.environment().put("NEO4J_HOME", home.toString());
      builder.environment().put("NEO4J_CONF", home.resolve("conf").toString());
      return builder.start();
    }

    private static int freePort() throws IOException {
      try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      }
    }

    @Override
    public void close() {
      driver.close();
      process.destroy();
      process.onExit().join();
    }

    private void run(String cypher, List<Map<String, Object>> rows) {
      try (Session session = driver.session()) {
        session.run(cypher, Map.of("rows", rows)).consume();
      }
    }

    private void load(MiniChain chain) {
      for (String schema : SCHEMA.strip().split("\n", -1)) {
        run(schema, List.of());
      }
      run(
          "UNWIND $rows AS r CREATE (:Block {height: r.height, hash: r.hash})",
          chain.blocks().stream()
              .map(b -> row("height", b.height(), "hash", b.hash().toString()))
              .toList());
      run(
          """
          UNWIND $rows AS r MATCH (b:Block {height: r.height})
          CREATE (b)-[:CONTAINS]->(t:Transaction {hash: r.hash}) SET t += r\
          """,
          chain.transactions().stream().map(Server::transaction).toList());
      List<TransactionRow> transactions = chain.transactions();
      run(
          """
          UNWIND $rows AS r MATCH (t:Transaction {hash: r.tx})
          CREATE (t)-[:CREATES]->(o:Output) SET o = r REMOVE o.tx\
          """,
          chain.outputs().stream().map(o -> output(o, transactions.get((int) o.txId()))).toList());
      run(
          """
          UNWIND $rows AS r MATCH (t:Transaction {hash: r.tx})
          CREATE (t)-[:HAS_RING]->(ring:Ring {keyImage: r.keyImage, inputIndex: r.inputIndex,
            indexSpace: r.indexSpace})
          WITH r, ring UNWIND range(0, size(r.members) - 1) AS position
          MATCH (o:Output {indexSpace: r.indexSpace, amountIndex: r.members[position]})
          CREATE (ring)-[:MEMBER {position: position}]->(o)\
          """,
          chain.rings().stream().map(r -> ring(r, transactions.get((int) r.txId()))).toList());
      plant(1, "retracted-findings.csv", "retracted-labels.csv", false);
      plant(3, "findings.csv", "labels.csv", true);
    }

    private void plant(long number, String findings, String labels, Object current) {
      run(
          "UNWIND $rows AS r CREATE (run:Run) SET run = r",
          List.of(
              row("number", number, "kind", "findings", "current", current),
              row("number", number + 1, "kind", "labels", "current", current)));
      for (Map<String, String> finding : Planted.findings(findings)) {
        String claim = String.valueOf(finding.get("claim"));
        String from =
            claim.equals("SPENT") ? "(f:Run {number: r.run})" : "(f:Ring {keyImage: r.key_image})";
        Map<String, Object> row = new LinkedHashMap<>(finding);
        row.put("run", number);
        row.put(
            "output",
            ParameterType.OUTPUT.parse(String.valueOf(finding.get("output"))).orElseThrow());
        row.computeIfPresent("probability", (key, value) -> Double.valueOf(value.toString()));
        run(
            "UNWIND $rows AS r MATCH "
                + from
                + ", (o:Output {indexSpace: r.output.indexSpace, amountIndex:"
                + " r.output.amountIndex}) CREATE (f)-[:"
                + claim
                + " {run: r.run, heuristic: r.heuristic, version: r.version, guarantee:"
                + " r.guarantee, assumption: r.assumption, probability: r.probability}]->(o)",
            List.of(row));
      }
      for (Map<String, String> label : Planted.labels(labels)) {
        String[] subject = String.valueOf(label.get("subject")).split(":", 2);
        Map<String, Object> row = new LinkedHashMap<>(label);
        row.put("run", number + 1);
        row.put("confidence", Double.valueOf(String.valueOf(label.get("confidence"))));
        row.put(
            "key",
            subject[0].equals("output")
                ? ParameterType.OUTPUT.parse(subject[1]).orElseThrow()
                : subject[1]);
        String match =
            Map.of(
                    "tx", "(s:Transaction {hash: r.key})",
                    "ring", "(s:Ring {keyImage: r.key})",
                    "output",
                        "(s:Output {indexSpace: r.key.indexSpace, amountIndex: r.key.amountIndex})")
                .getOrDefault(subject[0], "");
        run(
            "UNWIND $rows AS r MATCH "
                + match
                + " CREATE (:Tag {run: r.run, label: r.label, category: r.category,"
                + " confidence: r.confidence, source: r.source})-[:ON]->(s)",
            List.of(row));
      }
    }

    private static Map<String, Object> transaction(TransactionRow t) {
      return row(
          "hash", t.hash().toString(),
          "height", t.height(),
          "indexInBlock", (long) t.indexInBlock(),
          "coinbase", t.coinbase(),
          "version", (long) t.version(),
          "rctType", t.rctType(),
          "fee", t.fee(),
          "weight", t.weight(),
          "inputCount", (long) t.inputCount(),
          "outputCount", (long) t.outputCount(),
          "paymentId", t.paymentId() == null ? null : HexFormat.of().formatHex(t.paymentId()),
          "paymentIdKind", t.paymentIdKind());
    }

    private static Map<String, Object> output(OutputRow o, TransactionRow t) {
      return row(
          "tx", t.hash().toString(),
          "indexSpace", o.indexSpace(),
          "amountIndex", o.amountIndex(),
          "height", o.height(),
          "indexInTx", (long) o.indexInTx(),
          "value", o.value(),
          "publicKey", o.publicKey().toString());
    }

    private static Map<String, Object> ring(RingRow r, TransactionRow t) {
      return row(
          "tx", t.hash().toString(),
          "keyImage", r.keyImage().toString(),
          "inputIndex", (long) r.inputIndex(),
          "indexSpace", r.indexSpace(),
          "members", r.members());
    }

    private static Map<String, Object> row(@Nullable Object... pairs) {
      Map<String, Object> row = new LinkedHashMap<>();
      for (int i = 0; i < pairs.length; i += 2) {
        Object value = pairs[i + 1];
        if (value != null) {
          row.put(String.valueOf(pairs[i]), value);
        }
      }
      return row;
    }
  }

  private static final String SCHEMA =
      """
      CREATE CONSTRAINT FOR (b:Block) REQUIRE b.height IS UNIQUE
      CREATE CONSTRAINT FOR (t:Transaction) REQUIRE t.hash IS UNIQUE
      CREATE CONSTRAINT FOR (r:Ring) REQUIRE r.keyImage IS UNIQUE
      CREATE CONSTRAINT FOR (o:Output) REQUIRE (o.indexSpace, o.amountIndex) IS UNIQUE
      CREATE CONSTRAINT FOR (r:Run) REQUIRE r.number IS UNIQUE
      CREATE INDEX FOR (o:Output) ON (o.publicKey)
      CREATE INDEX FOR (t:Tag) ON (t.label)
      CALL db.awaitIndexes(60)
      """;
}
