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
final class Facts {

  private final TreeMap<Key, String> texts = new TreeMap<>();
  private final Counts counts = new Counts();

  /** A block (no hash) or a transaction. */
  record Key(long height, String hash) implements Comparable<Key> {

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
   * @param linked whether it follows the block before it
   */
  void block(long height, Map<String, ?> node, String linked) {
    counts.blocks++;
    put(new Key(height, ""), text(node) + " " + linked);
  }

  /**
   * A transaction.
   *
   * @param outputs it creates
   * @param rings properties of each, and its members in the order of their positions
   */
  void transaction(
      long height,
      Map<String, ?> node,
      List<? extends Map<String, ?>> outputs,
      List<RingText> rings) {
    counts.transactions++;
    counts.outputs += outputs.size();
    counts.rings += rings.size();
    StringBuilder text = new StringBuilder(text(node));
    outputs.stream()
        .map(Facts::text)
        .sorted()
        .forEach(output -> text.append("\n> ").append(output));
    rings.stream().map(RingText::text).sorted().forEach(ring -> text.append("\n< ").append(ring));
    rings.forEach(ring -> counts.members += ring.members());
    put(new Key(height, String.valueOf(node.get("hash"))), text.toString());
  }

  /** A ring as text, and how many members it has. */
  record RingText(String text, int members) {}

  /** What stands there twice is no fact: it differs from everything. */
  private void put(Key key, String text) {
    texts.merge(key, text, (first, second) -> first + "\ntwice");
  }

  static String text(Map<String, ?> node) {
    return new TreeMap<>(node)
        .entrySet().stream()
            .filter(property -> property.getValue() != null)
            .map(property -> property.getKey() + "=" + property.getValue())
            .collect(Collectors.joining(" "));
  }

  Counts counts() {
    return counts;
  }

  /** All that one side does not say as the other, in chain order. */
  List<Key> differences(Facts other) {
    TreeMap<Key, String> all = new TreeMap<>(texts);
    all.putAll(other.texts);
    return all.keySet().stream()
        .filter(key -> !String.valueOf(texts.get(key)).equals(String.valueOf(other.texts.get(key))))
        .toList();
  }

  /** SHA-256 over all of it, in chain order. */
  String digest() {
    Digest digest = new Digest();
    texts.forEach((key, text) -> digest.add(key.toString()).add(text));
    return digest.hex();
  }
}
