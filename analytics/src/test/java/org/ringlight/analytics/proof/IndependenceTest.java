package org.ringlight.analytics.proof;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What checks findings shares nothing with what makes them. */
@AnalyzeClasses(
    packages = "org.ringlight.analytics",
    importOptions = ImportOption.DoNotIncludeTests.class)
class IndependenceTest {

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
}
