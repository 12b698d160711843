package org.ringlight.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.ringlight.lake.table.Namespace;

/**
 * What a writer does in the crash tests: commits, a merge of small files, reorganisations above and
 * across merged files, more commits, and an expiry after each. It can be taken up at any tip.
 */
final class Story {

  private static final SampleChain CHAIN = new SampleChain(0);
  private static final SampleChain FORK = new SampleChain(1);
  private static final ExpiryPolicy POLICY = ExpiryPolicy.newest(2);
  private static final List<Chapter> CHAPTERS = chapters();

  /** What makes exactly one commit. */
  private interface Chapter {
    void write(Writer writer);
  }

  private static List<Chapter> chapters() {
    List<Chapter> chapters = new ArrayList<>();
    for (int first = 0; first < Compaction.FAN_IN; first++) {
      chapters.add(blocks(CHAIN, first, first));
    }
    chapters.add(blocks(CHAIN, Compaction.FAN_IN, 30));
    chapters.add(writer -> assertThat(writer.compact(rows -> {})).isTrue());
    chapters.add(blocks(FORK, 25, 32));
    chapters.add(blocks(FORK, 33, 33));
    chapters.add(blocks(CHAIN, 5, 35));
    chapters.add(blocks(CHAIN, 36, 40));
    return chapters;
  }

  /** The blocks from one height to another; what was above before is taken back. */
  private static Chapter blocks(SampleChain chain, long from, long to) {
    return writer -> {
      try (Commit commit = writer.begin()) {
        if (writer.tip().map(Tip::height).orElse(-1L) >= from) {
          commit.deleteAbove(from - 1);
        }
        chain.append(commit, from, to);
        commit.commit(to, chain.hash(to));
      }
    };
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
