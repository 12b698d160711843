package org.ringlight.lake.sql;

import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.iceberg.StoreErrors;
import org.ringlight.lake.table.Namespace;

/**
 * A database over the tables, with the commits it looks at: they are held until it is closed. Not
 * thread-safe.
 */
public final class SqlSession implements AutoCloseable {

  private final Connection connection;
  private final List<Snapshot> held;

  SqlSession(Connection connection, List<Snapshot> held) {
    this.connection = connection;
    this.held = List.copyOf(held);
  }

  /** Where to ask. It is closed with this. */
  public Connection connection() {
    return connection;
  }

  /** The commit of {@code namespace} that is looked at; empty where it has none. Not to close. */
  public Optional<Snapshot> snapshot(Namespace namespace) {
    return held.stream().filter(snapshot -> snapshot.namespace() == namespace).findFirst();
  }

  @Override
  public void close() {
    try {
      StoreErrors.run("DuckDB", connection::close);
    } finally {
      held.forEach(Snapshot::close);
    }
  }
}
