package org.ringlight.indexer.ids;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.ringlight.failure.StoreUnavailable;

/**
 * From an output's name on the chain, (index space, amount index), to its dense id: what resolves
 * ring members while indexing. Derived from the tables and kept beside them; after anything odd it
 * is rebuilt from them.
 *
 * <p>Index space 0 (RingCT outputs and v2 coinbases) is one flat array, every cleartext amount a
 * list of its own. In a slice of the chain a space begins at the index of its first output there,
 * so that the map is as large as the slice and not as the chain. Ids are below 2^32 - 1. For one
 * thread.
 */
public final class OutputIds implements AutoCloseable {

  /** What {@link #find} answers for an output that is not known. */
  public static final long UNKNOWN = -1;

  private static final String RING_CT = "ringct.ids";
  private static final String CLEARTEXT = "cleartext.ids";
  private static final long LIMIT = (1L << 32) - 2;

  private final IdsMark mark;
  private final MappedInts ringCt;
  private final CleartextIds cleartext;
  private long known;
  private long missingFromHeight;
  private long ringCtFirst;
  private long ringCtSize;

  /** The map as it was when {@code state} was marked; without one, an empty map. */
  private OutputIds(Path folder, Optional<IdsMark.State> state) {
    this.mark = new IdsMark(folder.resolve("mark"));
    this.ringCt = new MappedInts(folder.resolve(RING_CT));
    long end = state.map(IdsMark.State::cleartextEnd).orElse(0L);
    this.known = state.map(IdsMark.State::outputs).orElse(0L);
    this.cleartext = new CleartextIds(folder.resolve(CLEARTEXT), end, known);
    this.ringCtFirst = state.map(IdsMark.State::ringCtFirst).orElse(0L);
    this.ringCtSize = state.map(IdsMark.State::ringCtSize).orElse(0L);
    this.missingFromHeight = state.map(IdsMark.State::height).orElse(-1L) + 1;
    ringCt.clearFrom(ringCtSize);
  }

  private long checksum() {
    return 31 * ringCt.checksum() + cleartext.checksum();
  }

  /** Forgets every output but the first {@code outputs} of the chain. */
  private void rewind(long outputs) {
    if (outputs < known) {
      mark.delete(); // of a state that ends here
      known = outputs;
      cleartext.forgetFrom(known);
      while (ringCtSize > 0 && !isBelow(known, find(0, next(0) - 1))) {
        ringCtSize--;
      }
      ringCt.clearFrom(ringCtSize);
    }
    ringCtFirst = ringCtSize == 0 ? 0 : ringCtFirst;
    missingFromHeight = known == 0 ? 0 : missingFromHeight;
  }

  private static boolean isBelow(long known, long outputId) {
    return outputId != UNKNOWN && outputId < known;
  }

  /**
   * Opens the map in {@code folder} as it was right after the first {@code outputs} outputs of the
   * chain. What it holds beyond them is forgotten, gaps at its end too, and all of it where its
   * last block is no longer on the chain or any of it is not what was marked; {@link #known} says
   * how many it still has, and the caller adds the rest from the tables.
   */
  public static OutputIds open(Path folder, long outputs, Chain chain) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new StoreUnavailable(
          "the folder of the output-id map cannot be made: " + e.getMessage(),
          folder.toString(),
          "check space and permissions",
          e);
    }
    OutputIds ids =
        new IdsMark(folder.resolve("mark"))
            .read()
            .filter(state -> chain.has(state.height(), state.hash()))
            .filter(state -> fits(folder, state))
            .flatMap(state -> marked(folder, state))
            .orElseGet(() -> new OutputIds(folder, Optional.empty()));
    ids.rewind(outputs);
    return ids;
  }

  /** The map as it was marked; empty where the files do not hold that. */
  private static Optional<OutputIds> marked(Path folder, IdsMark.State state) {
    OutputIds ids = new OutputIds(folder, Optional.of(state));
    if (ids.checksum() == state.checksum()) {
      return Optional.of(ids);
    }
    ids.close();
    return Optional.empty();
  }

  /** Whether the files are long enough for what the mark says of them. */
  private static boolean fits(Path folder, IdsMark.State state) {
    return words(folder.resolve(RING_CT)) >= state.ringCtSize()
        && words(folder.resolve(CLEARTEXT)) >= state.cleartextEnd();
  }

  private static long words(Path file) {
    try {
      return Files.exists(file) ? Files.size(file) / Integer.BYTES : 0;
    } catch (IOException e) {
      return 0; // opening it says why
    }
  }

  /** Answers whether a block is on the chain that the tables hold. */
  @FunctionalInterface
  public interface Chain {
    boolean has(long height, String hash);
  }

  /** How many outputs, counted from the first of the chain, the map held when it was opened. */
  public long known() {
    return known;
  }

  /** The first height whose outputs the map may lack. */
  public long missingFromHeight() {
    return missingFromHeight;
  }

  /** The next index in a space; of a whole chain, how many outputs the space has. */
  public long next(long space) {
    return first(space) + size(space);
  }

  /** The first index of a space that the map knows. */
  public long first(long space) {
    return space == 0 ? ringCtFirst : cleartext.first(space);
  }

  /** Whether no index of a space is taken. */
  public boolean isEmpty(long space) {
    return size(space) == 0;
  }

  private long size(long space) {
    return space == 0 ? ringCtSize : cleartext.size(space);
  }

  /** Whether an output is older than all that the map can know in its space. */
  public boolean isBefore(long space, long amountIndex) {
    return isEmpty(space) || Long.compareUnsigned(amountIndex, first(space)) < 0;
  }

  /** Lets an empty space begin at an index: what is before it is older than the slice. */
  public void begin(long space, long first) {
    if (!isEmpty(space) || first < 0) {
      throw new IllegalStateException("space " + space + " cannot begin at " + first);
    }
    if (space == 0) {
      ringCtFirst = first;
    } else {
      cleartext.begin(space, first);
    }
  }

  /** Adds the output that takes the next index of {@code space}. */
  public void add(long space, long outputId) {
    if (outputId > LIMIT) {
      throw new IllegalStateException("more outputs than 32-bit ids: " + outputId);
    }
    int idPlusOne = (int) (outputId + 1);
    if (space == 0) {
      ringCt.set(ringCtSize++, idPlusOne);
    } else {
      cleartext.add(space, idPlusOne);
    }
  }

  /**
   * Leaves out {@code count} indices of space 0: outputs that exist on the chain but could not be
   * read.
   */
  public void skipRingCt(long count) {
    ringCtSize += count;
  }

  /** The id of an output, or {@link #UNKNOWN}. */
  public long find(long space, long amountIndex) {
    int found =
        space != 0
            ? cleartext.get(space, amountIndex)
            : Long.compareUnsigned(amountIndex - ringCtFirst, ringCtSize) < 0
                ? ringCt.get(amountIndex - ringCtFirst)
                : 0;
    return Integer.toUnsignedLong(found) - 1;
  }

  /**
   * Makes the present state survive a crash, as the one that belongs to the block just committed.
   */
  public void mark(long height, String hash, long outputs) {
    ringCt.force();
    cleartext.force();
    mark.write(
        new IdsMark.State(
            height, hash, outputs, ringCtFirst, ringCtSize, cleartext.end(), checksum()));
  }

  @Override
  public void close() {
    ringCt.close();
    cleartext.close();
  }
}
