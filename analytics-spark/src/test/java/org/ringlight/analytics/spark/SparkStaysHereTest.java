package org.ringlight.analytics.spark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The rules of {@code docs/architecture.md} about Spark, on this module, which is not on the class
 * path of the test that checks all others.
 */
@AnalyzeClasses(
    packages = "org.ringlight.analytics",
    importOptions = ImportOption.DoNotIncludeTests.class)
class SparkStaysHereTest {

  @ArchTest
  static final ArchRule SPARK_AND_ICEBERG_STAY_IN_ONE_PACKAGE =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.ringlight.analytics.spark..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.spark..", "org.apache.iceberg..", "scala..");

  @ArchTest
  static final ArchRule HOW_TABLES_ARE_STORED_STAYS_WITH_THE_LAKE =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.parquet..", "org.apache.hadoop..", "org.sqlite..", "org.duckdb..");

  @ArchTest
  static final ArchRule READING_DOES_NOT_KNOW_WHO_OPENED =
      noClasses()
          .that()
          .resideInAPackage("org.ringlight.analytics.spark.read..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.ringlight.analytics.spark");
}
