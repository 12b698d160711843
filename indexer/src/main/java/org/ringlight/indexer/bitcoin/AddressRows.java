package org.ringlight.indexer.bitcoin;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ringlight.failure.Interrupted;
import org.ringlight.lake.Commit;
import org.ringlight.lake.table.BitcoinAddressRow;
import org.ringlight.protocol.bitcoin.AddressText;
import org.ringlight.protocol.bitcoin.BitcoinNetwork;
import org.ringlight.protocol.bitcoin.Payee;

/**
 * Rows of addresses that appear for the first time. Their texts take time and nobody needs them
 * before the commit, so they are made in a thread of their own, some hundreds at once.
 */
final class AddressRows implements AutoCloseable {

  private static final int AT_ONCE = 512;
  private static final int WAITING = 64;

  private final BitcoinNetwork network;
  private final ExecutorService writers =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread daemon = new Thread(work, "addresses");
            daemon.setDaemon(true);
            return daemon;
          });
  private final Deque<Future<List<BitcoinAddressRow>>> waiting = new ArrayDeque<>();
  private List<Fresh> fresh = new ArrayList<>(AT_ONCE);

  private record Fresh(long id, long height, Payee payee) {}

  AddressRows(BitcoinNetwork network) {
    this.network = network;
  }

  /** An address that no row names yet. */
  void add(long id, long height, Payee payee, Commit commit) {
    fresh.add(new Fresh(id, height, payee));
    if (fresh.size() == AT_ONCE) {
      submit();
      if (waiting.size() > WAITING) {
        appendFirst(commit);
      }
    }
  }

  private void submit() {
    List<Fresh> batch = fresh;
    fresh = new ArrayList<>(AT_ONCE);
    waiting.add(writers.submit(() -> rows(batch)));
  }

  private List<BitcoinAddressRow> rows(List<Fresh> batch) {
    AddressText text = new AddressText(network);
    List<BitcoinAddressRow> rows = new ArrayList<>(batch.size());
    for (Fresh one : batch) {
      String address =
          Objects.requireNonNull(text.of(one.payee()), () -> "no address: " + one.payee());
      rows.add(new BitcoinAddressRow(one.id(), one.height(), address, one.payee().type().word()));
    }
    return rows;
  }

  private void appendFirst(Commit commit) {
    try {
      for (BitcoinAddressRow row : waiting.remove().get()) {
        commit.append(BitcoinAddressRow.TABLE, row);
      }
    } catch (InterruptedException e) {
      throw new Interrupted("interrupted", "index", "run the same command again to go on", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Appends all rows that were added. */
  void appendAll(Commit commit) {
    if (!fresh.isEmpty()) {
      submit();
    }
    while (!waiting.isEmpty()) {
      appendFirst(commit);
    }
  }

  @Override
  public void close() {
    writers.shutdownNow();
  }
}
