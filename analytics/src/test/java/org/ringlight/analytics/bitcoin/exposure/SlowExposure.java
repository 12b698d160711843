package org.ringlight.analytics.bitcoin.exposure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ringlight.analytics.bitcoin.DrawnTransaction;

/**
 * Exposure by FIFO, the slow way: every satoshi remembers whom it was with, and is read at the end.
 */
final class SlowExposure {

  private static final long FEE = -2;

  /** Where a satoshi was, and who paid it there. */
  private record Stay(long entity, Set<Long> payers) {}

  private final Labels labels;
  private final int maxHops;
  private final long subject;
  private final Entities entities;
  private final List<List<Stay>> trails = new ArrayList<>();
  private final Map<Long, List<Integer>> outputs = new HashMap<>();

  final long[] direct;
  final long[] indirect;
  final Map<Unattributed, Long> rest = new EnumMap<>(Unattributed.class);
  long total;

  SlowExposure(Entities entities, Labels labels, long subject, int maxHops) {
    this.entities = entities;
    this.labels = labels;
    this.subject = subject;
    this.maxHops = maxHops;
    direct = new long[labels.categories().size()];
    indirect = new long[labels.categories().size()];
  }

  void read(List<DrawnTransaction> chain, Direction direction) {
    chain.forEach(this::move);
    for (List<Stay> trail : trails) {
      for (int k = 0; k < trail.size(); k++) {
        boolean here = trail.get(k).entity() == subject;
        if (direction == Direction.OUT && here) {
          leave(trail, k);
        } else if (direction == Direction.IN && here) {
          come(trail, k);
        }
      }
    }
  }

  private void move(DrawnTransaction one) {
    List<Integer> row = new ArrayList<>();
    Set<Long> payers = new HashSet<>();
    for (DrawnTransaction.In in : one.ins()) {
      row.addAll(outputs.remove(in.output()));
      payers.add(entity(in.address()));
    }
    for (long k = 0; one.isCoinbase() && k < one.valueOut(); k++) {
      row.add(trails.size());
      trails.add(new ArrayList<>());
    }
    int place = 0;
    for (DrawnTransaction.Out out : one.outs()) {
      List<Integer> piece = row.subList(place, place + (int) out.value());
      place += (int) out.value();
      outputs.put(out.id(), new ArrayList<>(piece));
      piece.forEach(k -> trails.get(k).add(new Stay(entity(out.address()), payers)));
    }
    row.subList(place, row.size()).forEach(k -> trails.get(k).add(new Stay(FEE, payers)));
  }

  private void leave(List<Stay> trail, int from) {
    int hops = 0;
    for (int k = from + 1; k < trail.size(); k++) {
      long entity = trail.get(k).entity();
      if (hops == 0 && entity == subject) {
        return;
      }
      total += hops == 0 ? 1 : 0;
      if (entity == FEE) {
        rest.merge(Unattributed.FEES, 1L, Long::sum);
        return;
      }
      if (entity == subject) {
        rest.merge(Unattributed.RETURNED, 1L, Long::sum);
        return;
      }
      int category = category(entity);
      if (category >= 0) {
        (hops == 0 ? direct : indirect)[category]++;
        return;
      }
      hops = next(hops, trail.get(k));
      if (hops == maxHops) {
        rest.merge(Unattributed.HOP_LIMIT, 1L, Long::sum);
        return;
      }
    }
    if (hops > 0) {
      rest.merge(Unattributed.UNSPENT, 1L, Long::sum);
    }
  }

  private void come(List<Stay> trail, int at) {
    if (at > 0 && trail.get(at - 1).entity() == subject) {
      return;
    }
    total++;
    if (at == 0) {
      rest.merge(Unattributed.MINED, 1L, Long::sum);
      return;
    }
    int begin = at - 1;
    while (begin >= 0
        && trail.get(begin).entity() != subject
        && category(trail.get(begin).entity()) < 0) {
      begin--;
    }
    int hops = 0;
    for (int k = begin + 1; begin >= 0 && k < at; k++) {
      hops = next(hops, trail.get(k));
      if (hops == maxHops) {
        begin = -1;
      }
    }
    if (begin < 0) {
      rest.merge(Unattributed.UNKNOWN, 1L, Long::sum);
    } else if (trail.get(begin).entity() == subject) {
      rest.merge(Unattributed.RETURNED, 1L, Long::sum);
    } else {
      (hops == 0 ? direct : indirect)[category(trail.get(begin).entity())]++;
    }
  }

  private int next(int hops, Stay stay) {
    boolean same =
        hops > 0 && stay.entity() != Entities.UNKNOWN && stay.payers().contains(stay.entity());
    return same ? hops : hops + 1;
  }

  private int category(long entity) {
    return entity < 0 ? Labels.UNLABELLED : labels.category(entity);
  }

  private long entity(long address) {
    return address < 0 ? Entities.UNKNOWN : entities.entityOf(address);
  }
}
