package org.ringlight.lab;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The rules of {@code docs/architecture.md} on this module, which is not on the class path of the
 * test that checks all others.
 */
@AnalyzeClasses(
    packages = "org.ringlight.lab",
    importOptions = ImportOption.DoNotIncludeTests.class)
class LabRulesTest {

  @ArchTest
  static final ArchRule HOW_TABLES_ARE_STORED_STAYS_WITH_THE_LAKE =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.iceberg..",
              "org.apache.parquet..",
              "org.apache.hadoop..",
              "org.sqlite..",
              "org.duckdb..");

  @ArchTest
  static final ArchRule NOTHING_KNOWS_OF_JUPYTER =
      noClasses().should().dependOnClassesThat().resideInAnyPackage("org.dflib..");

  @ArchTest
  static final ArchRule THE_LAB_CALLS_NO_NODE_AND_NO_COMMAND =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.ringlight.rpc..", "org.ringlight.indexer..", "org.ringlight.cli..", "scala..");
}
