package org.ringlight.graph.verify;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What one side says of a range of heights, in a form that both sides share: a text for every block
 * and every transaction with all that hangs on it.
 */
public final class Facts {

  static final String BLOCKS = "blocks";
  static final String OUTPUTS = "outputs";

  private final TreeMap<Key, String> texts = new TreeMap<>();
  private final Counts counts = new Counts();

  /** A block (no hash) or a transaction. */
  public record Key(long height, String hash) implements Comparable<Key> {

    private static final Comparator<Key> ORDER =
        Comparator.comparingLong(Key::height).thenComparing(Key::hash);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
      return hash.isEmpty() ? "block " + height : "block " + height + ", transaction " + hash;
    }
  }

  /**
   * A block.
   *
   * @param linked what it follows
   */
  public void block(long height, Map<String, ?> node, String linked) {
    counts.add(BLOCKS, 1);
    put(new Key(height, ""), text(node) + " " + linked);
  }

  /**
   * A transaction.
   *
   * @param outputs a text for each that it creates
   * @param inputs a text for each, with what it spends or may spend
   */
  public void transaction(
      long height, Map<String, ?> node, List<String> outputs, List<String> inputs) {
    counts.add("transactions", 1);
    counts.add(OUTPUTS, outputs.size());
    StringBuilder text = new StringBuilder(text(node));
    outputs.stream().sorted().forEach(output -> text.append("\n> ").append(output));
    inputs.stream().sorted().forEach(input -> text.append("\n< ").append(input));
    put(new Key(height, String.valueOf(node.get("hash"))), text.toString());
  }

  /** What stands there twice is no fact: it differs from everything. */
  private void put(Key key, String text) {
    texts.merge(key, text, (first, second) -> first + "\ntwice");
  }

  /** Properties as text; what is null is not there. */
  public static String text(Map<String, ?> node) {
    return new TreeMap<>(node)
        .entrySet().stream()
            .filter(property -> property.getValue() != null)
            .map(property -> property.getKey() + "=" + property.getValue())
            .collect(Collectors.joining(" "));
  }

  /** How much there is. */
  public Counts counts() {
    return counts;
  }

  /** All that one side does not say as the other, in chain order. */
  public List<Key> differences(Facts other) {
    TreeMap<Key, String> all = new TreeMap<>(texts);
    all.putAll(other.texts);
    return all.keySet().stream()
        .filter(key -> !String.valueOf(texts.get(key)).equals(String.valueOf(other.texts.get(key))))
        .toList();
  }

  /** SHA-256 over all of it, in chain order. */
  public String digest() {
    Digest digest = new Digest();
    texts.forEach((key, text) -> digest.add(key.toString()).add(text));
    return digest.hex();
  }
}
