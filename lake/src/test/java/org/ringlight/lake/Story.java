package org.ringlight.lake;

import java.util.ArrayList;
import java.util.List;
import org.ringlight.lake.table.Namespace;

/**
 * What a writer does in the crash tests: small commits and a large one, so that some are merged, a
 * reorganisation across what was merged, more commits; after each large one it merges and expires.
 * It can be taken up at any tip.
 */
final class Story {

  private static final SampleChain CHAIN = new SampleChain(0);
  private static final SampleChain FORK = new SampleChain(1);
  private static final ExpiryPolicy POLICY = ExpiryPolicy.newest(2);
  private static final List<Chapter> CHAPTERS = chapters();

  private Story() {}

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

    boolean endsAt(Tip tip) {
      return tip.height() == to && tip.hash().equals(chain.hash(to));
    }
  }

  private static List<Chapter> chapters() {
    List<Chapter> chapters = new ArrayList<>();
    for (long height = 0; height < Compaction.FAN_IN; height++) {
      chapters.add(new Chapter(CHAIN, height, height));
    }
    chapters.add(new Chapter(CHAIN, Compaction.FAN_IN, 30));
    chapters.add(new Chapter(FORK, 5, 31));
    chapters.add(new Chapter(FORK, 32, 40));
    return chapters;
  }

  /** Goes on from the last commit to the end. */
  static void goOn(Lake lake) {
    try (Writer writer = lake.writer(Namespace.XMR)) {
      int done = writer.tip().map(Story::chapterAfter).orElse(0);
      if (done > 0) {
        tidy(writer);
      }
      for (Chapter chapter : CHAPTERS.subList(done, CHAPTERS.size())) {
        chapter.write(writer);
        if (chapter.from() != chapter.to()) {
          tidy(writer);
        }
      }
    }
  }

  private static void tidy(Writer writer) {
    while (writer.compact(rows -> {})) {
      // one group of runs a time
    }
    writer.expire(POLICY);
  }

  private static int chapterAfter(Tip tip) {
    int chapter = 0;
    while (!CHAPTERS.get(chapter).endsAt(tip)) {
      chapter++;
    }
    return chapter + 1;
  }
}
