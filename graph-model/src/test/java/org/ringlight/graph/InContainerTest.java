package org.ringlight.graph;

import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ringlight.graph.server.GraphAddress;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.neo4j.Neo4jContainer;

/**
 * The tests of the graph on any server, once more in the container that {@code docker-compose.yml}
 * names. Skipped where there is no Docker, whatever may be skipped else.
 */
@Testcontainers(disabledWithoutDocker = true)
class InContainerTest {

  private static final String PASSWORD = "of-this-test-only";

  @Container
  private static final Neo4jContainer NEO4J =
      new Neo4jContainer("neo4j:" + System.getProperty("ringlight.neo4jVersion") + "-community")
          .withAdminPassword(PASSWORD);

  @RegisterExtension
  static final BeforeAllCallback THERE =
      context ->
          RunningServer.instead(
              context, new GraphAddress(NEO4J.getBoltUrl(), "neo4j", PASSWORD, Optional.empty()));

  @Nested
  class Loads extends BoltLoadTest {}

  @Nested
  class Runs extends RunLoadTest {}

  @Nested
  class Expansions extends ExpansionTest {}
}
