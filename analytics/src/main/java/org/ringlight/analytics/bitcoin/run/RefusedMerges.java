package org.ringlight.analytics.bitcoin.run;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.ringlight.analytics.bitcoin.cluster.RefusedMerge;
import org.ringlight.analytics.bitcoin.cluster.RefusedMerge.Reason;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.protocol.TxHash;

/**
 * Refused merges on their way from the pass that makes them to the tables, in a file that is gone
 * when this is closed: there are as many as CoinJoins. Write all, then read; not thread-safe.
 */
public final class RefusedMerges implements AutoCloseable {

  private static final Reason[] REASONS = Reason.values();

  private final Path file;
  private final DataOutputStream out;
  private final Map<Reason, Long> counts = new EnumMap<>(Reason.class);
  private long size;

  /**
   * One of them.
   *
   * @param clusters canonical ids at that place of the chain, ascending
   */
  public record Refused(long height, TxHash transaction, Reason reason, List<Integer> clusters) {

    public Refused {
      clusters = List.copyOf(clusters);
    }
  }

  RefusedMerges() {
    try {
      file = Files.createTempFile("ringlight-refused", ".bin");
      out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
    } catch (IOException e) {
      throw failed("the folder for temporary files", e);
    }
  }

  void add(long height, TxHash transaction, RefusedMerge refused) {
    try {
      out.writeLong(height);
      out.write(transaction.toBytes());
      out.writeByte(List.of(REASONS).indexOf(refused.reason()));
      out.writeInt(refused.clusters().size());
      for (int cluster : refused.clusters()) {
        out.writeInt(cluster);
      }
    } catch (IOException e) {
      throw failed(file.toString(), e);
    }
    counts.merge(refused.reason(), 1L, Long::sum);
    size++;
  }

  /** How many there are, by reason. */
  public Map<Reason, Long> counts() {
    return Collections.unmodifiableMap(counts);
  }

  /** Shows all of them, in chain order. */
  public void forEach(Consumer<Refused> seen) {
    try {
      out.flush();
      try (DataInputStream in =
          new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
        for (long i = 0; i < size; i++) {
          long height = in.readLong();
          TxHash transaction = TxHash.of(in.readNBytes(TxHash.LENGTH));
          Reason reason = REASONS[in.readByte()];
          List<Integer> clusters = new ArrayList<>();
          for (int left = in.readInt(); left > 0; left--) {
            clusters.add(in.readInt());
          }
          seen.accept(new Refused(height, transaction, reason, clusters));
        }
      }
    } catch (IOException e) {
      throw failed(file.toString(), e);
    }
  }

  private static StoreUnavailable failed(String where, IOException e) {
    return new StoreUnavailable(
        "refused merges cannot be put aside: " + e.getMessage(),
        where,
        "make room there, or name another folder: RINGLIGHT_JAVA_OPTIONS=-Djava.io.tmpdir=DIR",
        e);
  }

  @Override
  public void close() {
    try (out) {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw failed(file.toString(), e);
    }
  }
}
