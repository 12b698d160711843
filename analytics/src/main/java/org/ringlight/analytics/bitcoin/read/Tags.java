package org.ringlight.analytics.bitcoin.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ringlight.analytics.bitcoin.cluster.KnownOwners;

/**
 * Tags on the addresses of one tip. Owners are numbered in the order of the file.
 *
 * @param owners by number
 * @param categories of the owners, by their number
 * @param addresses of each tag whose address is in the tables: its number there
 * @param ownerOf of each of these: the owner's number
 * @param absent how many tags are on addresses that the tables do not hold
 * @param digest what they are, in a word for the row of a run; empty for none
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
public record Tags(
    List<String> owners,
    List<String> categories,
    long[] addresses,
    int[] ownerOf,
    int absent,
    String digest) {

  /** None. */
  public static final Tags NONE = new Tags(List.of(), List.of(), new long[0], new int[0], 0, "");

  public Tags {
    owners = List.copyOf(owners);
    categories = List.copyOf(categories);
  }

  /** Finds the addresses of a file's tags. */
  public static Tags of(TagFile file, Lookup lookup) {
    if (file.tags().isEmpty()) {
      return NONE;
    }
    Map<String, Long> ids = lookup.addresses(file.tags().stream().map(Tag::address).toList());
    Map<String, Integer> numbers = new LinkedHashMap<>();
    List<String> categories = new ArrayList<>();
    List<Tag> there = new ArrayList<>();
    for (Tag tag : file.tags()) {
      if (numbers.putIfAbsent(tag.owner(), numbers.size()) == null) {
        categories.add(tag.category());
      }
      if (ids.containsKey(tag.address())) {
        there.add(tag);
      }
    }
    return new Tags(
        List.copyOf(numbers.keySet()),
        categories,
        there.stream().mapToLong(tag -> ids.getOrDefault(tag.address(), -1L)).toArray(),
        there.stream().mapToInt(tag -> numbers.getOrDefault(tag.owner(), -1)).toArray(),
        file.tags().size() - there.size(),
        "tags " + file.hash());
  }

  /** What keeps clusters of different owners apart. */
  public KnownOwners known() {
    List<KnownOwners.Label> labels = new ArrayList<>();
    for (int tag = 0; tag < addresses.length; tag++) {
      labels.add(new KnownOwners.Label(addresses[tag], ownerOf[tag]));
    }
    return KnownOwners.of(labels);
  }
}
