package org.ringlight.graph.expand;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ringlight.lake.sql.SqlSession;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.MembershipRow;
import org.ringlight.lake.table.OlderOutputRow;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.lake.table.TransactionRow;
import org.ringlight.protocol.OutputName;

/**
 * Gathers a neighbourhood from the tables, hop by hop, in chain order within a hop, so that the
 * same question has the same answer. Its cost grows with what it finds, not with the chain.
 */
public final class NeighbourhoodSearch {

  private static final int AT_ONCE = 5_000;

  private final TableLookUp rows;
  private final Reach reach;
  private final long topHeight;
  private final SeedLookUp.Start start;

  private final Map<Long, TransactionRow> transactions = new LinkedHashMap<>();
  private final Map<Long, RingRow> rings = new TreeMap<>();
  private final Map<Long, OutputRow> outputs = new TreeMap<>();
  private final Map<OutputName, OlderOutputRow> older = new LinkedHashMap<>();
  private final Set<Long> heights = new TreeSet<>();
  private final Map<Long, Neighbourhood.Hub> hubs = new TreeMap<>();
  private long cut;

  private NeighbourhoodSearch(SqlSession session, Seed seed, Reach reach, long topHeight) {
    this.rows = new TableLookUp(session);
    this.reach = reach;
    this.topHeight = topHeight;
    this.start = new SeedLookUp(session).find(seed);
  }

  /**
   * Gathers it.
   *
   * @param topHeight blocks above it are not looked at
   * @throws org.ringlight.failure.ConfigurationInvalid where the seed is not in the tables
   */
  public static Neighbourhood find(SqlSession session, Seed seed, Reach reach, long topHeight) {
    return new NeighbourhoodSearch(session, seed, reach, topHeight).run();
  }

  private Neighbourhood run() {
    Set<Long> frontier = add(start.txIds());
    int hops = 0;
    while (hops < reach.hops() && !frontier.isEmpty() && cut == 0) {
      Set<Long> next = new TreeSet<>();
      if (reach.direction().goesBack()) {
        next.addAll(back(frontier, hops == 0));
      }
      if (reach.direction().goesForward()) {
        next.addAll(forward(frontier, hops == 0));
      }
      next.removeAll(transactions.keySet());
      frontier = add(next);
      if (cut == 0) {
        hops++;
      }
    }
    List<BlockRow> blocks = rows.some(BlockRow.TABLE, "height", BlockRow::height, heights);
    return new Neighbourhood(
        blocks,
        List.copyOf(transactions.values()),
        List.copyOf(rings.values()),
        outputs,
        List.copyOf(older.values()),
        hops,
        List.copyOf(hubs.values()),
        cut);
  }

  private Set<Long> back(Set<Long> frontier, boolean first) {
    Collection<RingRow> from =
        first && !start.backRings().isEmpty()
            ? start.backRings()
            : rings.values().stream().filter(ring -> frontier.contains(ring.txId())).toList();
    Set<Long> creators = new HashSet<>();
    for (RingRow ring : from) {
      for (long id : known(ring)) {
        OutputRow member = outputs.get(id);
        if (member != null) {
          creators.add(member.txId());
        }
      }
    }
    return creators;
  }

  private Set<Long> forward(Set<Long> frontier, boolean first) {
    Collection<OutputRow> from =
        first && !start.forwardOutputs().isEmpty()
            ? start.forwardOutputs()
            : outputs.values().stream().filter(o -> frontier.contains(o.txId())).toList();
    Map<Long, List<Long>> byOutput =
        rows.memberships(from.stream().map(OutputRow::outputId).toList()).stream()
            .collect(
                Collectors.groupingBy(
                    MembershipRow::outputId,
                    Collectors.mapping(MembershipRow::ringId, Collectors.toList())));
    Set<Long> followed = new HashSet<>();
    for (OutputRow output : from) {
      List<Long> ringIds = byOutput.getOrDefault(output.outputId(), List.of());
      if (ringIds.size() > reach.maxRings()) {
        hubs.put(output.outputId(), new Neighbourhood.Hub(output, ringIds.size()));
      } else {
        followed.addAll(ringIds);
      }
    }
    return rows.rings(followed).stream()
        .filter(ring -> ring.height() <= topHeight)
        .map(RingRow::txId)
        .collect(Collectors.toSet());
  }

  /** Adds transactions with all that hangs on them, as many as fit; says which. */
  private Set<Long> add(Collection<Long> txIds) {
    List<Long> wanted = txIds.stream().sorted().distinct().toList();
    Set<Long> added = new TreeSet<>();
    // a part at a time, in chain order: what does not fit is never looked up
    for (int start = 0; start < wanted.size() && cut == 0; start += AT_ONCE) {
      int end = Math.min(wanted.size(), start + AT_ONCE);
      addAll(wanted.subList(start, end), added);
      if (cut > 0) {
        cut += wanted.size() - end;
      }
    }
    findOlder(added);
    return added;
  }

  private void addAll(List<Long> txIds, Set<Long> added) {
    Map<Long, List<RingRow>> ringsOf =
        rows.ringsOf(txIds).stream().collect(Collectors.groupingBy(RingRow::txId));
    Map<Long, List<OutputRow>> outputsOf =
        rows.outputsOf(txIds).stream().collect(Collectors.groupingBy(OutputRow::txId));
    Map<Long, OutputRow> members = members(ringsOf.values());
    for (TransactionRow row : rows.transactions(txIds)) {
      if (row.height() <= topHeight
          && (cut > 0
              || !fits(
                  row, ringsOf.getOrDefault(row.txId(), List.of()), outputsOf, members, added))) {
        cut++;
      }
    }
  }

  private boolean fits(
      TransactionRow row,
      List<RingRow> itsRings,
      Map<Long, List<OutputRow>> outputsOf,
      Map<Long, OutputRow> members,
      Set<Long> added) {
    Map<Long, OutputRow> more = new HashMap<>();
    outputsOf.getOrDefault(row.txId(), List.of()).forEach(o -> more.put(o.outputId(), o));
    for (RingRow ring : itsRings) {
      for (long id : known(ring)) {
        OutputRow member = members.get(id);
        if (member != null) {
          more.put(id, member);
        }
      }
    }
    more.keySet().removeAll(outputs.keySet());
    int nodes =
        1
            + itsRings.size()
            + more.size()
            + (heights.contains(row.height()) ? 0 : 1)
            + unknown(itsRings)
            + older.size()
            + heights.size()
            + transactions.size()
            + rings.size()
            + outputs.size();
    if (nodes > reach.maxNodes() && !transactions.isEmpty()) {
      return false;
    }
    transactions.put(row.txId(), row);
    itsRings.forEach(ring -> rings.put(ring.ringId(), ring));
    outputs.putAll(more);
    heights.add(row.height());
    added.add(row.txId());
    return true;
  }

  private Map<Long, OutputRow> members(Collection<List<RingRow>> some) {
    Set<Long> ids = new TreeSet<>();
    some.forEach(list -> list.forEach(ring -> known(ring).forEach(ids::add)));
    Map<Long, OutputRow> found = new HashMap<>();
    for (long id : List.copyOf(ids)) {
      OutputRow known = outputs.get(id);
      if (known != null) {
        found.put(id, known);
        ids.remove(id);
      }
    }
    rows.outputs(ids).forEach(row -> found.put(row.outputId(), row));
    return found;
  }

  /** How many members are known by name only. */
  private static int unknown(List<RingRow> some) {
    return some.stream().mapToInt(ring -> ring.members().length - known(ring).size()).sum();
  }

  private static List<Long> known(RingRow ring) {
    List<Long> ids = new ArrayList<>();
    long[] memberIds = ring.memberIds();
    for (int i = 0; memberIds != null && i < memberIds.length; i++) {
      if (memberIds[i] != RingRow.NO_ID) {
        ids.add(memberIds[i]);
      }
    }
    return ids;
  }

  /** In a slice, members from before it are known by name only. */
  private void findOlder(Set<Long> added) {
    Set<OutputName> names = new HashSet<>();
    for (RingRow ring : rings.values()) {
      long[] ids = ring.memberIds();
      for (int i = 0; added.contains(ring.txId()) && i < ring.members().length; i++) {
        if (ids == null || ids[i] == RingRow.NO_ID) {
          names.add(new OutputName(ring.indexSpace(), ring.members()[i]));
        }
      }
    }
    names.removeAll(older.keySet());
    List<Long> indexes = names.stream().map(OutputName::amountIndex).toList();
    for (OlderOutputRow row :
        rows.some(OlderOutputRow.TABLE, "amount_index", OlderOutputRow::amountIndex, indexes)) {
      OutputName name = new OutputName(row.indexSpace(), row.amountIndex());
      if (names.contains(name)) {
        older.put(name, row);
      }
    }
  }
}
