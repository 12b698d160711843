package org.ringlight.analytics.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ringlight.analytics.finding.Claim;
import org.ringlight.lake.table.ClaimRow;
import org.ringlight.lake.table.FindingId;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.OutputName;

/**
 * Checks findings against a book: first those that say what rings spend, the proven ones and then
 * the conditional ones, from the lowest depth up, so that what is cited was checked before; then
 * what follows from these. Nothing is accepted that cites what is not.
 */
final class Checking {

  private static final int MOST_REJECTIONS = 1_000;
  private static final int BETWEEN = 1 << 12;
  private static final int MOST_NAMED = 3;

  private final Book book;
  private final StatedReader reader;
  private final Claims claims = new Claims();
  private final Taken taken;
  private final ProofListener listener;
  private final List<Stated> sets = new ArrayList<>();
  private final List<Stated> narrowed = new ArrayList<>();
  private final List<Stated> dependent = new ArrayList<>();
  private final List<Because> following = new ArrayList<>();
  private final List<Rejection> rejections = new ArrayList<>();
  private long read;
  private long done;
  private long accepted;
  private long conditional;
  private long statistical;
  private long rejected;

  Checking(Book book, ProofListener listener) {
    this.book = book;
    this.listener = listener;
    this.reader = new StatedReader(book);
    this.taken = new Taken(book);
  }

  /** Takes a finding to check. */
  void add(ClaimRow row) {
    if (++read % BETWEEN == 0) {
      listener.done(read);
    }
    try {
      Stated stated = reader.read(row);
      if (stated == null) {
        statistical++;
        return;
      }
      switch (stated.kind()) {
        case RING_RESOLVED, CLOSED_SET -> sets.add(stated);
        case RING_NARROWED -> narrowed.add(stated);
        case OUTPUT_SPENT, MEMBER_ELIMINATED -> dependent.add(stated);
        case WEIGHTS -> throw new IllegalStateException("probabilities are no proof");
      }
    } catch (Refusal refusal) {
      reject(new Rejection(row.findingId(), where(row), refusal.reason()));
    }
  }

  /** Checks what was added. */
  Verdict verdict() {
    List<Stated> claiming = claiming();
    claiming.sort(
        Comparator.comparing((Stated stated) -> !stated.isProven())
            .thenComparingInt(Stated::depth));
    SetRules setRules = new SetRules(book, taken, claims);
    for (Stated stated : claiming) {
      check(stated, () -> taken.add(setRules.check(stated)));
    }
    DependentRules rules = new DependentRules(book, taken, claims);
    for (Stated stated : dependent) {
      check(stated, () -> following.add(new Because(stated, rules.check(stated))));
    }
    listener.done(done);
    return new Verdict(accepted, conditional, statistical, rejected, rejections);
  }

  /** Those that say what rings spend; one ring is said to spend something once. */
  private List<Stated> claiming() {
    List<Stated> claiming = new ArrayList<>();
    for (Stated stated : sets) {
      claim(stated, claiming);
    }
    for (Stated stated : narrowed) {
      Stated other = claims.like(stated, stated.ring());
      if (other != null && other.kind() == Claim.Kind.CLOSED_SET) {
        dependent.add(stated);
      } else {
        claim(stated, claiming);
      }
    }
    return claiming;
  }

  private void claim(Stated stated, List<Stated> claiming) {
    try {
      claims.add(stated, book.rings());
      claiming.add(stated);
    } catch (Refusal refusal) {
      reject(rejection(stated, refusal));
    }
  }

  private interface Check {
    void run() throws Refusal;
  }

  private void check(Stated stated, Check check) {
    if (++done % BETWEEN == 0) {
      listener.done(done);
    }
    try {
      check.run();
      accepted++;
      conditional += stated.isProven() ? 0 : 1;
    } catch (Refusal refusal) {
      reject(rejection(stated, refusal));
    }
  }

  private void reject(Rejection rejection) {
    rejected++;
    if (rejections.size() < MOST_REJECTIONS) {
      rejections.add(rejection);
    }
  }

  private Rejection rejection(Stated stated, Refusal refusal) {
    List<KeyImage> images =
        IntStream.of(stated.rings()).limit(MOST_NAMED + 1L).mapToObj(book.rings()::image).toList();
    List<OutputName> outputs =
        IntStream.of(stated.outputs()).mapToObj(book.outputs()::name).toList();
    return new Rejection(
        reader.id(stated.number()),
        where(stated.kind().word(), images, outputs, stated.height()),
        refusal.reason());
  }

  private static String where(ClaimRow row) {
    Long space = row.indexSpace();
    long of = space == null ? 0 : space;
    return where(
        row.claim(),
        row.keyImages(),
        Arrays.stream(row.amountIndexes()).mapToObj(index -> new OutputName(of, index)).toList(),
        row.height());
  }

  private static String where(
      String claim, List<KeyImage> images, List<OutputName> outputs, long height) {
    String rings =
        images.stream().limit(MOST_NAMED).map(KeyImage::toString).collect(Collectors.joining(" "));
    String named =
        outputs.stream()
            .limit(MOST_NAMED)
            .map(OutputName::toString)
            .collect(Collectors.joining(" "));
    return claim
        + (images.isEmpty() ? "" : ", ring " + rings + (images.size() > MOST_NAMED ? " …" : ""))
        + (outputs.isEmpty() ? "" : ", " + named + (outputs.size() > MOST_NAMED ? " …" : ""))
        + ", height "
        + height;
  }

  /** What is accepted of what rings spend. */
  Taken taken() {
    return taken;
  }

  /** What is accepted beside: members that are not spent, outputs that are, rings in sets. */
  List<Because> following() {
    return following;
  }

  /** The id of a finding. */
  FindingId id(Stated stated) {
    return reader.id(stated.number());
  }
}
