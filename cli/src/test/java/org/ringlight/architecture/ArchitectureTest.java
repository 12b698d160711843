package org.ringlight.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "org.ringlight",
    importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.NoTestJars.class})
class ArchitectureTest {

  // tag::rules[]
  @ArchTest
  static final ArchRule PROTOCOL_KNOWS_NOBODY =
      classes()
          .that()
          .resideInAPackage("org.ringlight.protocol..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.bouncycastle..",
              "org.jspecify..",
              "org.ringlight.failure..",
              "org.ringlight.protocol..");

  @ArchTest
  static final ArchRule THE_DATA_FLOWS_ONE_WAY =
      noClasses()
          .that()
          .resideInAnyPackage("org.ringlight.rpc..", "org.ringlight.lake..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("org.ringlight..")
                  .and(
                      not(
                          resideInAnyPackage(
                              "org.ringlight.rpc..",
                              "org.ringlight.lake..",
                              "org.ringlight.protocol..",
                              "org.ringlight.failure.."))));

  @ArchTest
  static final ArchRule THE_LAKE_KNOWS_NO_NODE =
      noClasses()
          .that()
          .resideInAPackage("org.ringlight.lake..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.ringlight.rpc..");

  @ArchTest
  static final ArchRule ANALYSES_KNOW_THE_TABLES_AND_NO_MORE =
      noClasses()
          .that()
          .resideInAPackage("org.ringlight.analytics..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("org.ringlight..")
                  .and(
                      not(
                          resideInAnyPackage(
                              "org.ringlight.analytics..",
                              "org.ringlight.lake..",
                              "org.ringlight.protocol..",
                              "org.ringlight.failure.."))));

  @ArchTest
  static final ArchRule THE_GRAPH_KNOWS_THE_TABLES_AND_NO_MORE =
      noClasses()
          .that()
          .resideInAPackage("org.ringlight.graph..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("org.ringlight..")
                  .and(
                      not(
                          resideInAnyPackage(
                              "org.ringlight.graph..",
                              "org.ringlight.lake..",
                              "org.ringlight.protocol..",
                              "org.ringlight.failure.."))));

  @ArchTest
  static final ArchRule ONLY_THE_GRAPH_KNOWS_NEO4J = onlyIn("org.ringlight.graph..", "org.neo4j..");

  @ArchTest
  static final ArchRule HEURISTICS_ARE_PURE =
      classes()
          .that()
          .resideInAnyPackage(
              "org.ringlight.analytics.graph..",
              "org.ringlight.analytics.deduce..",
              "org.ringlight.analytics.heuristic..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java.lang..",
              "java.util..",
              "org.jspecify..",
              "org.ringlight.analytics.deduce..",
              "org.ringlight.analytics.finding..",
              "org.ringlight.analytics.graph..",
              "org.ringlight.analytics.heuristic..",
              "org.ringlight.analytics.ring..",
              "org.ringlight.protocol..");

  @ArchTest
  static final ArchRule BITCOIN_KERNELS_ARE_PURE =
      classes()
          .that()
          .resideInAnyPackage(
              "org.ringlight.analytics.bitcoin",
              "org.ringlight.analytics.bitcoin.change..",
              "org.ringlight.analytics.bitcoin.cluster..",
              "org.ringlight.analytics.bitcoin.coinjoin..",
              "org.ringlight.analytics.bitcoin.entropy..",
              "org.ringlight.analytics.bitcoin.exposure..",
              "org.ringlight.analytics.bitcoin.taint..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java.lang..",
              "java.math..",
              "java.util..",
              "org.jspecify..",
              "com.carrotsearch.hppc..",
              "org.ringlight.analytics.bitcoin..",
              "org.ringlight.failure..",
              "org.ringlight.protocol..");

  @ArchTest
  static final ArchRule THE_CHECKER_DOES_NOT_KNOW_THE_SOLVER =
      noClasses()
          .that()
          .resideInAPackage("org.ringlight.analytics.proof..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.ringlight.analytics.graph..",
              "org.ringlight.analytics.deduce..",
              "org.ringlight.analytics.heuristic..",
              "org.ringlight.analytics.analysis..");

  @ArchTest
  static final ArchRule ONLY_THE_RPC_CLIENT_SPEAKS_HTTP =
      onlyIn(
          "org.ringlight.rpc..", "org.apache.hc..", "java.net.http..", "com.sun.net.httpserver..");

  @ArchTest
  static final ArchRule MONERO_JAVA_STAYS_IN_ONE_PACKAGE =
      onlyIn("org.ringlight.rpc.monerojava..", "monero..");

  @ArchTest
  static final ArchRule BITCOINJ_STAYS_IN_ONE_PACKAGE =
      onlyIn("org.ringlight.rpc.bitcoinj..", "org.bitcoinj..");

  @ArchTest
  static final ArchRule ZEROMQ_STAYS_IN_ONE_PACKAGE =
      onlyIn("org.ringlight.rpc.zmq..", "org.zeromq..", "zmq..");

  @ArchTest
  static final ArchRule ONLY_THE_LAKE_KNOWS_HOW_TABLES_ARE_STORED =
      onlyIn(
          "org.ringlight.lake..",
          "org.apache.parquet..",
          "org.apache.hadoop..",
          "org.sqlite..",
          "org.duckdb..");

  @ArchTest
  static final ArchRule ONLY_THE_LAKE_AND_SPARK_KNOW_ICEBERG =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.ringlight.lake..", "org.ringlight.analytics.spark..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.iceberg..");

  @ArchTest
  static final ArchRule SPARK_STAYS_IN_ONE_PACKAGE =
      onlyIn("org.ringlight.analytics.spark..", "org.apache.spark..", "scala..");

  @ArchTest
  static final ArchRule ONLY_THE_COMMAND_LINE_KNOWS_PICOCLI =
      onlyIn("org.ringlight.cli..", "picocli..");

  @ArchTest
  static final ArchRule NO_CYCLES_BETWEEN_MODULES =
      slices().matching("org.ringlight.(*)..").should().beFreeOfCycles();

  // end::rules[]

  /** Leaves out what modules share among their tests. */
  static final class NoTestJars implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("-tests.jar");
    }
  }

  private static ArchRule onlyIn(String home, String... libraries) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(home)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries);
  }
}
