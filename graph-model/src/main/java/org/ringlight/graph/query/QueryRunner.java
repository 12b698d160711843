package org.ringlight.graph.query;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Query;
import org.neo4j.driver.Record;
import org.neo4j.driver.Result;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.Value;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.DataInvalid;
import org.ringlight.failure.Failure;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.graph.server.GraphConnection;

/**
 * Runs queries by name in transactions that only read and that end after a time. Rows are handed on
 * as they come: an answer of any length is never held as a whole.
 */
public final class QueryRunner {

  private static final String TIMED_OUT = "Neo.ClientError.Transaction.TransactionTimedOut";
  private static final String STATEMENT = "Neo.ClientError.Statement.";
  private static final String SECURITY = "Neo.ClientError.Security.";

  private final Driver driver;
  private final Duration timeout;

  /**
   * On a connection.
   *
   * @param graph stays the caller's to close
   * @param timeout after which the server ends a query
   */
  public QueryRunner(GraphConnection graph, Duration timeout) {
    this(graph.driver(), timeout);
  }

  QueryRunner(Driver driver, Duration timeout) {
    this.driver = driver;
    this.timeout = timeout;
  }

  /**
   * Runs {@code query} and hands its rows on, in order.
   *
   * @return the number of rows
   * @throws DataInvalid where the statement is refused by the server, writes, or does not answer
   *     with the columns it declares
   * @throws ConfigurationInvalid where it takes longer than the timeout
   * @throws StoreUnavailable where the server cannot be reached or gives up
   */
  public long run(NamedQuery query, QueryParameters parameters, Consumer<QueryRow> rows) {
    List<String> columns = query.columns().stream().map(QueryColumn::name).toList();
    SessionConfig reads = SessionConfig.builder().withDefaultAccessMode(AccessMode.READ).build();
    TransactionConfig bounded = TransactionConfig.builder().withTimeout(timeout).build();
    try (Session session = driver.session(reads)) {
      Result result = session.run(new Query(query.text(), parameters.values()), bounded);
      if (!result.keys().equals(columns)) {
        throw new DataInvalid(
            "The statement answers with " + result.keys() + ", not with " + columns,
            "query " + query.name(),
            "make its // column lines what RETURN names, in that order");
      }
      long count = 0;
      while (result.hasNext()) {
        rows.accept(row(result.next()));
        count++;
      }
      return count;
    } catch (Neo4jException e) {
      throw failure(query, e);
    }
  }

  private static QueryRow row(Record record) {
    return new QueryRow(record.values().stream().map(Value::asObject).toList());
  }

  private Failure failure(NamedQuery query, Neo4jException e) {
    String where = "query " + query.name();
    if (e.code().startsWith(TIMED_OUT)) {
      return new ConfigurationInvalid(
          "It took longer than " + timeout.toSeconds() + " s",
          where,
          "ask for less (a smaller range, fewer hops, lower caps) or allow more time",
          e);
    }
    if (e instanceof ClientException && e.code().startsWith(STATEMENT)) {
      return new DataInvalid("The server refuses it: " + e.getMessage(), where, "mend it", e);
    }
    if (e.code().startsWith(SECURITY)) {
      return new ConfigurationInvalid(
          "The graph database refuses the user: " + e.getMessage(),
          where,
          "check its user name and password",
          e);
    }
    return new StoreUnavailable(
        "The graph database did not answer: " + e.getMessage(), where, "see that it runs", e);
  }
}
