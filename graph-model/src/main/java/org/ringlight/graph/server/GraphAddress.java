package org.ringlight.graph.server;

import java.util.Map;
import java.util.Optional;
import org.ringlight.failure.ConfigurationInvalid;

/**
 * A Neo4j and how to get in.
 *
 * @param uri as drivers take it, {@code bolt://…} or {@code neo4j://…}
 * @param browser the page of Neo4j Browser, where it is known
 */
public record GraphAddress(String uri, String user, String password, Optional<String> browser) {

  /**
   * The server that {@code NEO4J_URI}, {@code NEO4J_USERNAME} (default neo4j) and {@code
   * NEO4J_PASSWORD} name; empty where the first is not set.
   *
   * @throws ConfigurationInvalid where the password is missing
   */
  public static Optional<GraphAddress> fromEnvironment(Map<String, String> environment) {
    String uri = environment.getOrDefault("NEO4J_URI", "");
    if (uri.isBlank()) {
      return Optional.empty();
    }
    String password = environment.get("NEO4J_PASSWORD");
    if (password == null) {
      throw new ConfigurationInvalid(
          "NEO4J_URI is set and NEO4J_PASSWORD is not", uri, "set the password too");
    }
    String user = environment.getOrDefault("NEO4J_USERNAME", "neo4j");
    return Optional.of(new GraphAddress(uri, user, password, Optional.empty()));
  }

  /** Without the password. */
  @Override
  public String toString() {
    return user + " at " + uri;
  }
}
