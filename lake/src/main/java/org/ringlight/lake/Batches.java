package org.ringlight.lake;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.iceberg.io.FileIO;
import org.ringlight.failure.Interrupted;
import org.ringlight.lake.iceberg.LiveFile;
import org.ringlight.lake.iceberg.StoreErrors;
import org.ringlight.lake.parquet.BatchReader;
import org.ringlight.lake.table.Batch;

/**
 * Batches being read, one after the other in the order of the table, each a row group or what of it
 * is wanted. All processors decode ahead of what is taken; in memory are as many row groups as
 * there are processors, and one. Close it; not thread-safe.
 */
public final class Batches implements Iterator<Batch>, AutoCloseable {

  private static final long PATIENCE_SECONDS = 60;

  private final BatchReader<?> reader;
  private final FileIO io;
  private final Iterator<Place> places;
  private final int ahead = Runtime.getRuntime().availableProcessors();
  private final ExecutorService threads = Executors.newFixedThreadPool(ahead, Batches::daemon);
  private final Deque<Future<Batch>> coming = new ArrayDeque<>();

  private record Place(String location, long offset) {}

  Batches(BatchReader<?> reader, List<LiveFile> files, FileIO io) {
    this.reader = reader;
    this.io = io;
    this.places =
        files.stream()
            .flatMap(
                file -> file.rowGroups().stream().map(offset -> new Place(file.location(), offset)))
            .iterator();
    readAhead();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "ringlight-batches");
    thread.setDaemon(true);
    return thread;
  }

  private void readAhead() {
    while (coming.size() <= ahead && places.hasNext()) {
      Place place = places.next();
      coming.add(
          threads.submit(
              () ->
                  StoreErrors.at(
                      place.location(),
                      () -> reader.read(io.newInputFile(place.location()), place.offset()))));
    }
  }

  @Override
  public boolean hasNext() {
    return !coming.isEmpty();
  }

  @Override
  public Batch next() {
    Future<Batch> first = coming.poll();
    if (first == null) {
      throw new NoSuchElementException();
    }
    readAhead();
    try {
      return first.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Interrupted("stopped while reading", "tables", "run the same command again", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      } else if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Stops reading; when this returns, no file is open. */
  @Override
  public void close() {
    coming.forEach(batch -> batch.cancel(false));
    coming.clear();
    threads.shutdown();
    try {
      if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("a row group takes a minute to read");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
