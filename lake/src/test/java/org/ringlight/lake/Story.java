package org.ringlight.lake;

import java.util.List;
import org.ringlight.lake.table.Namespace;

/**
 * What a writer does in the crash tests: commits, a reorganisation, more commits, and an expiry
 * after each. It can be taken up at any tip.
 */
final class Story {

  private static final SampleChain CHAIN = new SampleChain(0);
  private static final SampleChain FORK = new SampleChain(1);
  private static final ExpiryPolicy POLICY = ExpiryPolicy.newest(2);

  private static final List<Chapter> CHAPTERS =
      List.of(
          new Chapter(CHAIN, 0, 10),
          new Chapter(CHAIN, 11, 20),
          new Chapter(FORK, 15, 22),
          new Chapter(FORK, 23, 23),
          new Chapter(FORK, 24, 30));

  /** A commit of the blocks from one height to another; what was above before is taken back. */
  private record Chapter(SampleChain chain, long from, long to) {

    void write(Writer writer) {
      try (Commit commit = writer.begin()) {
        if (writer.tip().map(Tip::height).orElse(-1L) >= from) {
          commit.deleteAbove(from - 1);
        }
        chain.append(commit, from, to);
        commit.commit(to, chain.hash(to));
      }
    }
  }

  private Story() {}

  /** Goes on from the last commit to the end. */
  static void goOn(Lake lake) {
    try (Writer writer = lake.writer(Namespace.XMR)) {
      long done = writer.tip().map(Tip::number).orElse(0L);
      if (done > 0) {
        writer.expire(POLICY);
      }
      for (Chapter chapter : CHAPTERS.subList((int) done, CHAPTERS.size())) {
        chapter.write(writer);
        writer.expire(POLICY);
      }
    }
  }
}
