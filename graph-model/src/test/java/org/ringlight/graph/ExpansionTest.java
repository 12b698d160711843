package org.ringlight.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.graph.expand.Expansion;
import org.ringlight.graph.expand.Neighbourhood;
import org.ringlight.graph.expand.Reach;
import org.ringlight.graph.expand.Seed;
import org.ringlight.graph.server.GraphAddress;
import org.ringlight.graph.server.GraphConnection;
import org.ringlight.lake.Lake;
import org.ringlight.lake.sql.Sql;
import org.ringlight.lake.sql.SqlSession;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.lake.table.TransactionRow;
import org.ringlight.protocol.OutputName;
import org.ringlight.protocol.TxHash;

@ExtendWith(RunningServer.class)
class ExpansionTest {

  @TempDir Path folder;

  private final GrownChain chain = GrownChain.of(70);
  private GraphConnection graph;
  private Lake lake;

  @BeforeEach
  void empty(GraphAddress address) {
    graph = GraphConnection.open(address);
    Graphs.wipe(graph);
    lake = Lake.open(folder);
    chain.writeTo(lake, 69);
  }

  @AfterEach
  void close() {
    graph.close();
    lake.close();
  }

  private Neighbourhood expand(Seed seed, Reach reach, Optional<String> inquiry) {
    try (SqlSession session = Sql.open(lake)) {
      return new Expansion(graph, session, GrownChain.IDENTITY).run(seed, reach, inquiry);
    }
  }

  private Seed payment() {
    return new Seed.OfTransaction(chain.block(60).transactions().get(1).hash());
  }

  /** Hop by hop over all rows: slow, and by another way. */
  private Set<TxHash> expected(TxHash seed, Reach reach) {
    List<TransactionRow> all = all(GrownChain.Grown::transactions);
    List<OutputRow> outputs = all(GrownChain.Grown::outputs);
    List<RingRow> rings = all(GrownChain.Grown::rings);
    Set<Long> reached = new TreeSet<>();
    all.stream().filter(t -> t.hash().equals(seed)).forEach(t -> reached.add(t.txId()));
    for (int hop = 0; hop < reach.hops(); hop++) {
      Set<Long> before = new HashSet<>(reached);
      for (RingRow ring : rings) {
        Set<Long> creators = new HashSet<>();
        for (long id : Objects.requireNonNull(ring.memberIds())) {
          creators.add(outputs.get((int) id).txId());
        }
        if (reach.direction() != Reach.Direction.FORWARD && before.contains(ring.txId())) {
          reached.addAll(creators);
        }
        if (reach.direction() != Reach.Direction.BACK
            && creators.stream().anyMatch(before::contains)) {
          reached.add(ring.txId());
        }
      }
    }
    return all.stream()
        .filter(t -> reached.contains(t.txId()))
        .map(TransactionRow::hash)
        .collect(Collectors.toSet());
  }

  private <R> List<R> all(Function<GrownChain.Grown, List<R>> rows) {
    return LongStream.rangeClosed(0, chain.tip())
        .mapToObj(chain::block)
        .flatMap(block -> rows.apply(block).stream())
        .toList();
  }

  @ParameterizedTest
  @EnumSource(Reach.Direction.class)
  void everyTransactionThatManyHopsAwayComesWhole(Reach.Direction direction) {
    Reach reach = new Reach(2, direction, 100_000, 1_000);
    TxHash seed = chain.block(30).transactions().get(1).hash();
    Neighbourhood found = expand(new Seed.OfTransaction(seed), reach, Optional.empty());
    assertThat(found.isWhole()).isTrue();
    assertThat(found.transactions().stream().map(TransactionRow::hash).collect(Collectors.toSet()))
        .isEqualTo(expected(seed, reach));
    long nodes =
        graph.<Long>read(
            t ->
                t.run("MATCH (n:Block|Transaction|Ring|Output) RETURN count(n) AS n")
                    .single()
                    .get("n")
                    .asLong());
    assertThat(nodes).isEqualTo(found.nodes());
    long members =
        graph.read(
            t -> t.run("MATCH ()-[m:MEMBER]->() RETURN count(m) AS n").single().get("n").asLong());
    assertThat(members)
        .isEqualTo(found.rings().stream().mapToLong(ring -> ring.members().length).sum());
    assertThat(Graphs.check(graph, lake).differences()).isEmpty();
  }

  @Test
  void bringingItTwiceOrOverlappingChangesNothingTwice() {
    Reach one = new Reach(1, Reach.Direction.BOTH, 100_000, 1_000);
    expand(payment(), one, Optional.of("theft"));
    expand(payment(), one, Optional.of("theft"));
    expand(
        new Seed.OfRing(chain.block(60).rings().get(0).keyImage()),
        new Reach(2, Reach.Direction.BACK, 100_000, 1_000),
        Optional.empty());
    assertThat(Graphs.check(graph, lake).differences()).isEmpty();
    long held =
        graph.read(
            t ->
                t.run(
                        "MATCH (:Case {name: 'theft'})-[h:HOLDS]->(n) RETURN count(h) -"
                            + " count(DISTINCT n) AS n")
                    .single()
                    .get("n")
                    .asLong());
    assertThat(held).isZero();
  }

  @Test
  void whatDoesNotFitIsLeftOutWholeAndSaid() {
    Neighbourhood found =
        expand(payment(), new Reach(3, Reach.Direction.BACK, 60, 1_000), Optional.empty());
    assertThat(found.nodes()).isLessThanOrEqualTo(60);
    assertThat(found.cutTransactions()).isPositive();
    assertThat(found.isWhole()).isFalse();
    assertThat(Graphs.check(graph, lake).differences()).isEmpty();
  }

  @Test
  void hubsAreNotFollowedAndSaid() {
    OutputRow output = chain.block(0).outputs().get(0);
    Seed seed = new Seed.OfOutput(new OutputName(output.indexSpace(), output.amountIndex()));
    Neighbourhood found =
        expand(seed, new Reach(1, Reach.Direction.FORWARD, 1_000, 1), Optional.empty());
    assertThat(found.hubs()).hasSize(1);
    assertThat(found.hubs().get(0).rings()).isGreaterThan(1);
    assertThat(found.transactions()).hasSize(1);
  }

  @Test
  void aReorganisationTakesNeighbourhoodsAlongAtTheNextExpansion() {
    expand(payment(), new Reach(1, Reach.Direction.BACK, 10_000, 1_000), Optional.empty());
    GrownChain other = chain.fork(50, 4, 25);
    other.writeTo(lake, other.tip());
    expand(
        new Seed.OfTransaction(other.block(70).transactions().get(0).hash()),
        new Reach(1, Reach.Direction.BACK, 10_000, 1_000),
        Optional.empty());
    assertThat(Graphs.check(graph, lake).differences()).isEmpty();
  }

  @Test
  void inAGraphOfTheWholeChainOnlyTheCaseIsMade() {
    Graphs.load(graph, lake);
    expand(payment(), new Reach(1, Reach.Direction.BACK, 10_000, 1_000), Optional.of("theft"));
    Graphs.assertEqual(graph, lake);
    assertThat(
            graph.<Long>read(
                t ->
                    t.run("MATCH (:Case)-[h:HOLDS]->() RETURN count(h) AS n")
                        .single()
                        .get("n")
                        .asLong()))
        .isPositive();
  }

  @Test
  void aSeedThatIsNotThereIsSaid() {
    assertThatThrownBy(
            () ->
                expand(
                    new Seed.OfTransaction(TxHash.of(new byte[32])),
                    new Reach(1, Reach.Direction.BACK, 10, 10),
                    Optional.empty()))
        .isInstanceOf(ConfigurationInvalid.class)
        .hasMessageContaining("no such transaction");
  }
}
