package org.ringlight.analytics.bitcoin.taint;

import com.carrotsearch.hppc.LongIntHashMap;
import com.carrotsearch.hppc.LongLongHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ringlight.failure.ConfigurationInvalid;

/**
 * Where taint begins: thefts, ransoms, or whatever else is followed. Each is a name and outputs
 * that are marked when they are made, whole or their first satoshi. Marks are numbered from 0 in
 * the order of {@link Builder#add}.
 */
public final class TaintSources {

  private final List<String> names;
  private final LongIntHashMap marks;
  private final LongLongHashMap parts;

  private TaintSources(List<String> names, LongIntHashMap marks, LongLongHashMap parts) {
    this.names = List.copyOf(names);
    this.marks = marks;
    this.parts = parts;
  }

  /** Begins with none. */
  public static Builder builder() {
    return new Builder();
  }

  /** Their names, by number. */
  public List<String> names() {
    return names;
  }

  /** How many outputs they have together. */
  public int outputs() {
    return marks.size();
  }

  /** The number of the source that an output belongs to, or {@link Lot#CLEAN}. */
  public int of(long output) {
    return marks.getOrDefault(output, Lot.CLEAN);
  }

  /** How many satoshi of an output that is worth {@code value} a source marks. */
  public long amount(long output, long value) {
    return Math.min(value, parts.getOrDefault(output, value));
  }

  /** The outputs of all of them, ascending. */
  public long[] all() {
    long[] outputs = marks.keys().toArray();
    Arrays.sort(outputs);
    return outputs;
  }

  /** Adds one source after the other. */
  public static final class Builder {

    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final LongIntHashMap marks = new LongIntHashMap();
    private final LongLongHashMap parts = new LongLongHashMap();

    private Builder() {}

    /**
     * Adds an output to a source, which is made where there is none of that name.
     *
     * @throws ConfigurationInvalid where the output belongs to another source
     */
    public Builder add(String source, long output) {
      Integer number = numbers.get(source);
      if (number == null) {
        number = names.size();
        numbers.put(source, number);
        names.add(source);
      }
      int before = marks.getOrDefault(output, number);
      if (before != number) {
        throw new ConfigurationInvalid(
            "one output cannot be of two sources",
            "output " + output + " of " + names.get(before) + " and of " + source,
            "name it once");
      }
      marks.put(output, number);
      return this;
    }

    /**
     * Adds the first satoshi of an output to a source.
     *
     * @param satoshi how many; all where there are not so many
     * @throws ConfigurationInvalid as {@link #add(String, long)}
     */
    public Builder add(String source, long output, long satoshi) {
      if (satoshi < 1) {
        throw new IllegalArgumentException("a source of " + satoshi + " satoshi");
      }
      add(source, output);
      parts.put(output, satoshi);
      return this;
    }

    public TaintSources build() {
      return new TaintSources(names, marks, parts);
    }
  }
}
