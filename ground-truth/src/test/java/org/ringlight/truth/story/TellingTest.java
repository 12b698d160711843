package org.ringlight.truth.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.failure.NodeUnreachable;
import org.ringlight.testing.Program;
import org.ringlight.truth.story.plot.Story;
import org.ringlight.truth.story.plot.StoryFile;

@Tag("full")
class TellingTest {

  private static final Story STORY =
      StoryFile.of(
              """
              title: A hamlet
              days: 10
              blocks: 190
              actors:
                - miners: [abe, bea]
                  acts-percent: 100
              """,
              "hamlet")
          .story();

  /** Kills the node again and again from the fifth turn on, until it is given up. */
  private static final class Killer implements StoryListener {

    private @Nullable World world;
    private int last;

    @Override
    public void chapter(String what) {}

    @Override
    public void turn(int turn, int of, long transactions) {
      last = turn;
      World where = world;
      if (turn == 5 && where != null) {
        killUntilGivenUp(where);
      }
    }

    private static void killUntilGivenUp(World where) {
      try {
        while (true) {
          where.node().awaitReady();
          ProcessHandle node = ProcessHandle.of(where.node().pid()).orElseThrow();
          node.destroyForcibly();
          node.onExit().join();
        }
      } catch (NodeUnreachable givenUp) {
        assertThat(where.node().deaths()).isEqualTo(4);
      }
    }
  }

  @Test
  void aNodeThatDiesTooOftenEndsTheStoryWithTheTruthOfWhatItHad(@TempDir Path folder) {
    needsRealPrograms();
    Killer killer = new Killer();
    try (Telling telling =
        new Telling(STORY, folder.resolve("node"), folder.resolve("work"), killer)) {
      killer.world = telling.world();
      Told told = telling.tell();
      assertThat(killer.last).isEqualTo(5);
      assertThat(told.endedEarly()).hasValueSatisfying(why -> assertThat(why).contains("monerod"));
      assertThat(told.truth().isComplete()).isTrue();
      assertThat(told.truth().transactions()).isGreaterThanOrEqualTo(5);
      assertThat(told.truth().blocks()).isLessThan(STORY.blocks());
    }
  }

  @Test
  void aStoryThatIsAskedToEndKeepsWhatItHas(@TempDir Path folder) {
    needsRealPrograms();
    try (Telling telling =
        new Telling(STORY, folder.resolve("node"), folder.resolve("work"), new Killer())) {
      telling.endEarly("it was asked to");
      Told told = telling.tell();
      assertThat(told.endedEarly()).contains("it was asked to");
      assertThat(told.truth().isComplete()).isTrue();
      assertThat(told.chain().blocks()).hasSize(1 + 115 + 24);
    }
  }

  @Test
  void withoutANodeThereIsNoTruth(@TempDir Path folder) {
    needsRealPrograms();
    Telling telling =
        new Telling(STORY, folder.resolve("node"), folder.resolve("work"), new Killer());
    telling.world().node().close();
    assertThatThrownBy(telling::tell).isInstanceOf(NodeUnreachable.class);
    telling.close();
  }

  private static void needsRealPrograms() {
    Program.named("monerod", "monero");
    Program.named("monero-wallet-rpc", "monero");
  }
}
