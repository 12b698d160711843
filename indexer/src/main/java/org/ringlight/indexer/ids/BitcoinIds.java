package org.ringlight.indexer.ids;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.StoreUnavailable;

/**
 * What resolves Bitcoin's inputs and addresses while indexing: every output that is not spent yet,
 * and the id of every address. Derived from the tables and kept beside them; after anything odd it
 * is rebuilt from them. Outputs and addresses are told by their {@link Fingerprints}.
 *
 * <p>Changes stay in memory until {@link #mark}: the files always hold what one commit left, but
 * for the moment in which a mark is made. For one thread.
 */
public final class BitcoinIds implements AutoCloseable {

  /** What {@link #address} answers for one that is not known. */
  public static final long UNKNOWN = -1;

  private static final String FORM = "2";
  private static final int MARK_WORDS = 13;
  private static final List<String> FILES =
      List.of("outputs.pages", "outputs.directory", "addresses.pages", "addresses.directory");

  private final Path folder;
  private final MarkLine mark;
  private final KeyedPages outputs;
  private final KeyedPages addresses;
  private final PendingEntries pendingOutputs = new PendingEntries();
  private final PendingEntries pendingAddresses = new PendingEntries();
  private byte[] salt = new byte[Fingerprints.SALT_BYTES];
  private Counts marked = Counts.NONE;

  @SuppressWarnings("UnusedVariable") // without it nothing would be read
  private long touched;

  /**
   * What the files hold.
   *
   * @param height the last block; -1 where they hold nothing
   * @param outputs so many outputs of the chain were added, spent ones too
   */
  public record Counts(long height, String hash, long outputs, long addresses) {

    static final Counts NONE = new Counts(-1, "", 0, 0);
  }

  private BitcoinIds(Path folder) {
    this.folder = folder;
    this.mark = new MarkLine(folder.resolve("mark"));
    this.outputs = new KeyedPages(folder, "outputs", 2);
    this.addresses = new KeyedPages(folder, "addresses", 1);
  }

  /**
   * Opens the maps in {@code folder} as they were marked last; empty where that block is no longer
   * on the chain, or where the files are not those that were marked. {@link #marked} says which.
   */
  public static BitcoinIds open(Path folder, OutputIds.Chain chain) {
    try {
      Files.createDirectories(folder);
      BitcoinIds ids = new BitcoinIds(folder);
      if (!ids.resume(chain)) {
        ids.clear();
      }
      return ids;
    } catch (IOException e) {
      throw unavailable(folder, e);
    }
  }

  private static StoreUnavailable unavailable(Path folder, IOException e) {
    return new StoreUnavailable(
        "the folder of the maps of ids cannot be used: " + e.getMessage(),
        folder.toString(),
        "check space and permissions; the folder may be deleted, it is rebuilt from the tables",
        e);
  }

  private boolean resume(OutputIds.Chain chain) throws IOException {
    List<String> words = mark.read();
    if (words.size() != MARK_WORDS || !words.get(0).equals(FORM)) {
      return false;
    }
    try {
      Counts counts =
          new Counts(number(words, 1), words.get(2), number(words, 3), number(words, 4));
      byte[] readSalt = HexFormat.of().parseHex(words.get(5));
      if (readSalt.length != Fingerprints.SALT_BYTES
          || !words.get(12).equals(identity())
          || !chain.has(counts.height(), counts.hash())
          || !outputs.resume(extent(words, 6))
          || !addresses.resume(extent(words, 9))) {
        return false;
      }
      marked = counts;
      salt = readSalt;
      return true;
    } catch (IllegalArgumentException e) {
      return false; // no mark of ours
    }
  }

  private static long number(List<String> words, int at) {
    long number = Long.parseLong(words.get(at));
    if (number < 0) {
      throw new IllegalArgumentException("negative");
    }
    return number;
  }

  private static KeyedPages.Extent extent(List<String> words, int at) {
    return new KeyedPages.Extent(
        Math.toIntExact(number(words, at)), number(words, at + 1), number(words, at + 2));
  }

  /** A copy of the folder may be of two moments: files are told from their copies. */
  private String identity() throws IOException {
    StringBuilder names = new StringBuilder();
    for (String file : FILES) {
      @Nullable Object key =
          Files.readAttributes(folder.resolve(file), BasicFileAttributes.class).fileKey();
      names.append(key).append('+');
    }
    return names.toString().replace(' ', '_');
  }

  /** Makes them empty, under another salt. */
  public void clear() {
    mark.delete();
    new SecureRandom().nextBytes(salt);
    outputs.clear();
    addresses.clear();
    pendingOutputs.clear();
    pendingAddresses.clear();
    marked = Counts.NONE;
  }

  /** What the files hold, without changes that are not marked. */
  public Counts marked() {
    return marked;
  }

  /** What names outputs and payees here; one for each thread. */
  public Fingerprints fingerprints() {
    return new Fingerprints(salt);
  }

  /**
   * Reads beforehand what will be asked for. Each place is far from the others in memory: asked for
   * one by one, each is waited for; read like this, many are on their way at once.
   *
   * @param spentNames of outputs, two words each
   * @param madeNames of outputs, two words each
   * @param payeeNames two words each
   */
  public void expect(long[] spentNames, long[] madeNames, long[] payeeNames) {
    long read = 0;
    for (int i = 0; i < spentNames.length; i += 2) {
      read += pendingOutputs.touch(spentNames[i]) + outputs.touch(spentNames[i]);
    }
    for (int i = 0; i < madeNames.length; i += 2) {
      read += pendingOutputs.touch(madeNames[i]);
    }
    for (int i = 0; i < payeeNames.length; i += 2) {
      read += pendingAddresses.touch(payeeNames[i]) + addresses.touch(payeeNames[i]);
    }
    touched = read;
  }

  /** Adds an output; one of the same name is replaced. */
  public void addOutput(long low, long high, SpentOutput output) {
    pendingOutputs.put(low, high, output.firstWord(), output.secondWord());
  }

  /** The unspent output of that name; null where there is none. */
  public @Nullable SpentOutput output(long low, long high) {
    int slot = pendingOutputs.find(low, high);
    if (slot != PendingEntries.UNCHANGED) {
      return pendingOutputs.isRemoved(slot)
          ? null
          : SpentOutput.of(pendingOutputs.value(slot, 0), pendingOutputs.value(slot, 1));
    }
    long place = outputs.find(low, high);
    return place == KeyedPages.NOWHERE
        ? null
        : SpentOutput.of(outputs.value(place, 0), outputs.value(place, 1));
  }

  /** Removes an output, where it is there. */
  public void removeOutput(long low, long high) {
    pendingOutputs.remove(low, high);
  }

  /** The id of an address, or {@link #UNKNOWN}. */
  public long address(long low, long high) {
    int slot = pendingAddresses.find(low, high);
    if (slot != PendingEntries.UNCHANGED) {
      return pendingAddresses.isRemoved(slot) ? UNKNOWN : pendingAddresses.value(slot, 0);
    }
    long place = addresses.find(low, high);
    return place == KeyedPages.NOWHERE ? UNKNOWN : addresses.value(place, 0);
  }

  public void addAddress(long low, long high, long id) {
    pendingAddresses.put(low, high, id, 0);
  }

  public void removeAddress(long low, long high) {
    pendingAddresses.remove(low, high);
  }

  /**
   * Brings the changes so far into the files, which are marked with nothing meanwhile: what a crash
   * leaves is rebuilt. To be followed by {@link #mark}, at once or after more of the same.
   */
  public void flush() {
    mark.delete();
    marked = Counts.NONE;
    pendingOutputs.apply(outputs);
    pendingAddresses.apply(addresses);
  }

  /** Makes the present state survive a crash, as the one that belongs to a commit. */
  public void mark(Counts counts) {
    flush();
    outputs.force();
    addresses.force();
    KeyedPages.Extent unspent = outputs.extent();
    KeyedPages.Extent known = addresses.extent();
    try {
      mark.write(
          List.of(
              FORM,
              counts.height(),
              counts.hash(),
              counts.outputs(),
              counts.addresses(),
              HexFormat.of().formatHex(salt),
              unspent.depth(),
              unspent.pageCount(),
              unspent.size(),
              known.depth(),
              known.pageCount(),
              known.size(),
              identity()));
    } catch (IOException e) {
      throw unavailable(folder, e);
    }
    marked = counts;
  }

  /** How many outputs were unspent, and how many addresses known, at the last {@link #flush}. */
  public long unspentOutputs() {
    return outputs.size();
  }

  @Override
  public void close() {
    outputs.close();
    addresses.close();
  }
}
