package org.ringlight.analytics.bitcoin.taint;

import com.carrotsearch.hppc.LongIntHashMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ringlight.failure.ConfigurationInvalid;

/**
 * Where taint begins: thefts, ransoms, or whatever else is followed. Each is a name and outputs
 * that are marked whole when they are made. Marks are numbered from 0 in the order of {@link
 * Builder#add}.
 */
public final class TaintSources {

  private final List<String> names;
  private final LongIntHashMap marks;

  private TaintSources(List<String> names, LongIntHashMap marks) {
    this.names = List.copyOf(names);
    this.marks = marks;
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

  /** Adds one source after the other. */
  public static final class Builder {

    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final LongIntHashMap marks = new LongIntHashMap();

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

    public TaintSources build() {
      return new TaintSources(names, marks);
    }
  }
}
