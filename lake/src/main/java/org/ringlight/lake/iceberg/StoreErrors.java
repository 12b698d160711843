package org.ringlight.lake.iceberg;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.apache.avro.AvroRuntimeException;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.CommitStateUnknownException;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.exceptions.RuntimeIOException;
import org.apache.iceberg.exceptions.ValidationException;
import org.apache.parquet.ParquetRuntimeException;
import org.ringlight.failure.DataInvalid;
import org.ringlight.failure.Failure;
import org.ringlight.failure.Interrupted;
import org.ringlight.failure.StoreUnavailable;

/** What the libraries below throw, as the failures a user can act on. */
public final class StoreErrors {

  private static final Set<Integer> SQLITE_DAMAGED = Set.of(11, 26); // CORRUPT, NOTADB
  private static final String DAMAGED =
      "restore the data directory from a copy, or index again into an empty one";

  /**
   * What parquet-java and DuckDB say of files that are damaged or gone; neither has a class for it.
   */
  private static final List<String> DAMAGE =
      List.of(
          "is not a Parquet file",
          "can not read class org.apache.parquet.format",
          "No files found that match",
          "No magic bytes found",
          "too small to be a Parquet file",
          "Could not read enough bytes",
          "don't know what type");

  private StoreErrors() {}

  /** Something that reads or writes tables. */
  @FunctionalInterface
  public interface Work<T> {
    T run() throws IOException, SQLException;
  }

  /** Something that reads or writes tables and gives nothing back. */
  @FunctionalInterface
  public interface Action {
    void run() throws IOException, SQLException;
  }

  /** Runs {@code work}; {@code where} is the file or table a failure names. */
  public static <T> T at(Object where, Work<T> work) {
    try {
      return work.run();
    } catch (Failure e) {
      throw e;
    } catch (IOException | SQLException | RuntimeException e) {
      throw translate(where, e);
    }
  }

  /** Runs {@code action}; {@code where} is the file or table a failure names. */
  public static void run(Object where, Action action) {
    at(
        where,
        () -> {
          action.run();
          return where;
        });
  }

  private static RuntimeException translate(Object where, Exception e) {
    String place = where.toString();
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      String message = String.valueOf(cause.getMessage());
      if (message.contains("No space left on device") || message.contains("SQLITE_FULL")) {
        return new StoreUnavailable(
            "the disk is full",
            place,
            "free some space and run the same command again; all commits so far are kept",
            e);
      }
      if (cause instanceof InterruptedException || cause instanceof ClosedByInterruptException) {
        return new Interrupted(
            "stopped while working on tables", place, "run the same command again", e);
      }
      if (damaged(cause)) {
        String first = message.lines().findFirst().orElse("");
        return new DataInvalid("the tables are damaged: " + first, place, DAMAGED, e);
      }
    }
    if (e instanceof IOException
        || e instanceof SQLException
        || e instanceof UncheckedIOException
        || e instanceof RuntimeIOException
        || e instanceof CommitFailedException
        || e instanceof CommitStateUnknownException
        || e.getCause() instanceof SQLException) {
      return new StoreUnavailable(
          "the tables cannot be read or written: " + e,
          place,
          "check that the data directory exists, is mounted and can be written by you",
          e);
    }
    return (RuntimeException) e;
  }

  private static boolean damaged(Throwable cause) {
    return cause instanceof NotFoundException
        || cause instanceof ValidationException
        || cause instanceof JsonProcessingException
        || cause instanceof AvroRuntimeException
        || cause instanceof ParquetRuntimeException
        || (cause instanceof SQLException sql && SQLITE_DAMAGED.contains(sql.getErrorCode() & 0xff))
        || DAMAGE.stream().anyMatch(String.valueOf(cause.getMessage())::contains);
  }
}
