package org.ringlight.graph.server;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Logging;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.DiscoveryException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.SecurityException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;
import org.neo4j.driver.exceptions.TransientException;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.Interrupted;
import org.ringlight.failure.StoreUnavailable;

/**
 * A connection to a Neo4j that is there, takes the password and is of a version this program knows.
 * Safe for several threads.
 */
public final class GraphConnection implements AutoCloseable {

  private static final Duration CONNECT = Duration.ofSeconds(15);
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration RETRIES = Duration.ofSeconds(5);

  private final GraphAddress address;
  private final Driver driver;

  private GraphConnection(GraphAddress address, Driver driver) {
    this.address = address;
    this.driver = driver;
  }

  /**
   * Connects.
   *
   * @throws StoreUnavailable where nobody answers
   * @throws ConfigurationInvalid where the address or the password is wrong, or the version is none
   *     that is supported
   */
  public static GraphConnection open(GraphAddress address) {
    GraphConnection connection = new GraphConnection(address, driver(address));
    CompletableFuture<Void> check =
        CompletableFuture.runAsync(connection::check, task -> daemon(task).start());
    try {
      check.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      return connection;
    } catch (TimeoutException e) {
      // closing waits for what never comes
      var unused = connection.driver.closeAsync();
      throw new StoreUnavailable(
          "the graph server takes the connection and says nothing",
          address.uri(),
          "is this the port of a Neo4j? ringlight graph status",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Interrupted("interrupted", address.uri(), "run it again");
    } catch (ExecutionException e) {
      connection.close();
      if (e.getCause() instanceof RuntimeException problem) {
        throw problem;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "graph connection");
    thread.setDaemon(true);
    return thread;
  }

  private static Driver driver(GraphAddress address) {
    Config config =
        Config.builder()
            .withLogging(Logging.none())
            .withConnectionTimeout(CONNECT.toMillis(), TimeUnit.MILLISECONDS)
            .withMaxTransactionRetryTime(RETRIES.toMillis(), TimeUnit.MILLISECONDS)
            .build();
    try {
      return GraphDatabase.driver(
          address.uri(), AuthTokens.basic(address.user(), address.password()), config);
    } catch (IllegalArgumentException e) {
      throw new ConfigurationInvalid(
          "this is no address of a Neo4j: " + e.getMessage(),
          address.uri(),
          "write it as in bolt://127.0.0.1:7687",
          e);
    }
  }

  static boolean answers(GraphAddress address) {
    try (Driver driver = driver(address)) {
      // connecting is possible some time before the database is
      driver.executableQuery("RETURN 1").execute();
      return true;
    } catch (ServiceUnavailableException
        | SessionExpiredException
        | DiscoveryException
        | TransientException notYet) {
      return false;
    } catch (Neo4jException e) {
      throw failure(address, e);
    }
  }

  private void check() {
    Record server =
        write(
                transaction ->
                    transaction
                        .run("CALL dbms.components() YIELD name, versions RETURN name, versions[0]")
                        .list())
            .get(0);
    SupportedVersion.require(server.get(1).asString(), address.uri());
  }

  public GraphAddress address() {
    return address;
  }

  /** The driver, for queries of the library. */
  public Driver driver() {
    return driver;
  }

  /**
   * Does {@code work} in one transaction, which is committed at its end; where it throws, nothing
   * is changed. The driver tries again after a short failure, so {@code work} may run twice, but is
   * committed at most once for each time it is told so.
   */
  public <T> T write(Function<TransactionContext, T> work) {
    return in(session -> session.executeWrite(work::apply));
  }

  /** Does {@code work}, which only reads, in one transaction. */
  public <T> T read(Function<TransactionContext, T> work) {
    return in(session -> session.executeRead(work::apply));
  }

  /** Runs one statement of the schema, outside any transaction of ours. */
  public List<Record> run(String statement) {
    return in(session -> session.run(statement).list());
  }

  private <T> T in(Function<Session, T> work) {
    try (Session session = driver.session()) {
      return work.apply(session);
    } catch (Neo4jException e) {
      throw failure(address, e);
    }
  }

  private static RuntimeException failure(GraphAddress address, Neo4jException e) {
    if (e instanceof AuthenticationException) {
      return new ConfigurationInvalid(
          "the graph server refuses user " + address.user() + " with this password",
          address.uri(),
          "set NEO4J_USERNAME and NEO4J_PASSWORD; for a server of ours, unset NEO4J_URI",
          e);
    } else if (e instanceof SecurityException) {
      return new ConfigurationInvalid(
          "the graph server lets user " + address.user() + " not do this: " + e.getMessage(),
          address.uri(),
          "use a user with the role admin or architect",
          e);
    } else if (e instanceof ServiceUnavailableException
        || e instanceof SessionExpiredException
        || e instanceof DiscoveryException) {
      return new StoreUnavailable(
          "the graph server does not answer: " + e.getMessage(),
          address.uri(),
          "is it running? ringlight graph status, ringlight graph start",
          e);
    }
    return new StoreUnavailable(
        "the graph server refuses: " + e.getMessage(), address.uri(), "see its logs", e);
  }

  @Override
  public void close() {
    driver.close();
  }
}
