package org.ringlight.cli.bitcoin;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ringlight.analytics.bitcoin.read.LakeCoins;
import org.ringlight.analytics.bitcoin.read.Lookup;
import org.ringlight.analytics.bitcoin.read.StoredTransaction;
import org.ringlight.analytics.bitcoin.read.TagFile;
import org.ringlight.analytics.bitcoin.read.Tags;
import org.ringlight.cli.Ringlight;
import org.ringlight.cli.progress.Ticker;
import org.ringlight.lake.Lake;
import org.ringlight.lake.sql.Sql;
import org.ringlight.lake.sql.SqlSession;
import org.ringlight.protocol.TxHash;

/** The Bitcoin chain of the data directory at one tip, and talk about what is done with it. */
final class BitcoinTables implements AutoCloseable {

  private final Ringlight parent;
  private final Lake lake;
  private final SqlSession session;
  private final Lookup lookup;
  private final RunProgress progress = new RunProgress();

  /**
   * Opens it.
   *
   * @throws org.ringlight.failure.ConfigurationInvalid where no Bitcoin chain is indexed
   */
  BitcoinTables(Ringlight parent) {
    this.parent = parent;
    this.lake = Lake.openExisting(parent.data());
    SqlSession opened = null;
    try {
      opened = Sql.open(lake);
      this.lookup = new Lookup(opened);
      this.session = opened;
    } catch (RuntimeException e) {
      if (opened != null) {
        opened.close();
      }
      lake.close();
      throw e;
    }
  }

  Lake lake() {
    return lake;
  }

  Lookup lookup() {
    return lookup;
  }

  SqlSession session() {
    return session;
  }

  LakeCoins chain() {
    return new LakeCoins(lookup.tables());
  }

  /**
   * A transaction by its id.
   *
   * @throws org.ringlight.failure.ConfigurationInvalid where the tables do not hold it
   */
  StoredTransaction transaction(TxHash hash) {
    return chain().find(lookup.transaction(hash)).orElseThrow();
  }

  RunProgress progress() {
    return progress;
  }

  /** Reads a file of tags, and says how many of them are on addresses that are not here. */
  Tags tags(@Nullable Path file) {
    if (file == null) {
      return Tags.NONE;
    }
    Tags tags = Tags.of(TagFile.read(file), lookup);
    if (tags.absent() > 0) {
      parent
          .talk()
          .printf(
              Locale.ROOT,
              "%,d of %,d tags are on addresses that the tables do not hold.%n",
              tags.absent(),
              tags.absent() + tags.addresses().length);
    }
    return tags;
  }

  /** Does {@code job} and shows how far it is. */
  <T> T watched(Supplier<T> job) {
    return Ticker.during(parent.progress(), parent.talk(), progress::stand, job);
  }

  @Override
  public void close() {
    try (lake) {
      session.close();
    }
  }
}
