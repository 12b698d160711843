package org.ringlight.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.DataInvalid;
import org.ringlight.indexer.pipeline.Indexing;
import org.ringlight.indexer.pipeline.Unreadable;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.rpc.NodeClient;

/** Tables that begin above genesis, in every index space there was. */
class SliceTest {

  @TempDir Path folder;
  private final OldChain chain = new OldChain();

  @BeforeEach
  void mine() {
    mine(chain);
  }

  private static void mine(OldChain chain) {
    chain.oldBlock(List.of(5L, 700L));
    chain.oldBlock(List.of(5L, 700L));
    chain.oldBlock(List.of(5L), chain.payment(700, new long[] {0, 1}, List.of(600L, 60L, 5L)));
    chain.oldBlock(List.of(Long.MAX_VALUE), chain.payment(5, new long[] {3}, List.of(2L, 1L)));
    chain.newBlock();
    chain.newBlock(chain.ringCt(600, 0), chain.payment(60, new long[] {0}, List.of(50L)));
    chain.newBlock(chain.ringCt(0, 0, 2, 3));
    chain.oldBlock(List.of(5L), chain.payment(5, new long[] {0, 2, 3}, List.of(4L)));
    chain.newBlock(chain.ringCt(0, 1, 4, 6), chain.payment(5, new long[] {2, 4}, List.of(1L)));
  }

  private static final int TIP = 8;

  private DataFolder index(NodeClient node, String name, Indexing wanted) {
    try (Indexer indexer = new Indexer(node, folder.resolve(name))) {
      indexer.run(wanted);
    }
    return new DataFolder(folder.resolve(name));
  }

  private static Indexing upTo(long height) {
    return new Indexing(OptionalLong.of(height), Unreadable.STOP);
  }

  @Test
  void holdsWhatTheWholeChainHoldsFromThereOn() {
    DataFolder whole = index(chain.node(), "whole", Indexing.everything());
    for (long from = 0; from <= TIP; from++) {
      Indexing wanted = Indexing.everything().startingAt(from);
      SliceAssert.sameFrom(from, whole, index(chain.node(), "from " + from, wanted));
    }
  }

  @Test
  void goesOnAfterEachRestartWithAndWithoutItsMap() {
    DataFolder whole = index(chain.node(), "whole", Indexing.everything());
    for (long from = 1; from <= TIP; from++) {
      String name = "steps from " + from;
      index(chain.node(), name, upTo(from).startingAt(from));
      for (long to = from + 1; to <= TIP; to++) {
        DataFolder slice = index(chain.node(), name, upTo(to));
        if (to % 2 == 0) {
          slice.deleteIds();
        }
      }
      SliceAssert.sameFrom(from, whole, new DataFolder(folder.resolve(name)));
    }
  }

  @Test
  void followsAReorganisationInsideItAndOneThatBeganBeforeIt() {
    OldChain other = new OldChain();
    mine(other);
    chain.newBlock(chain.ringCt(0, 1, 2, 7));
    other.oldBlock(List.of(5L), other.payment(5, new long[] {1, 4}, List.of(60L)));
    other.newBlock(other.ringCt(0, 0, 1, 8), other.payment(60, new long[] {0, 1}, List.of(4L)));
    other.newBlock();
    DataFolder whole = index(other.node(), "whole", Indexing.everything());
    for (long from : new long[] {3, TIP, TIP + 1}) {
      String name = "from " + from;
      index(chain.node(), name, Indexing.everything().startingAt(from));
      DataFolder slice = index(other.node(), name, Indexing.everything());
      assertThat(slice.digest().height()).isEqualTo(TIP + 3);
      SliceAssert.sameFrom(from, whole, slice);
    }
  }

  @Test
  void remembersWhereItBegins() {
    DataFolder slice = index(chain.node(), "slice", upTo(5).startingAt(4));
    assertThatThrownBy(() -> index(chain.node(), "slice", Indexing.everything().startingAt(3)))
        .isInstanceOf(ConfigurationInvalid.class)
        .hasMessage(
            "the tables begin at height 4, not at 3 [--from 3]; leave --from out to go on with"
                + " them, or use another data directory (--data)");
    index(chain.node(), "slice", Indexing.everything().startingAt(4));
    assertThat(slice.rows(BlockRow.TABLE)).hasSize(TIP - 3);
    slice.assertWholeUpTo(TIP);
  }

  @Test
  void cannotBeginAboveTheNodesTip() {
    assertThatThrownBy(() -> index(chain.node(), "slice", Indexing.everything().startingAt(9)))
        .isInstanceOf(ConfigurationInvalid.class)
        .hasMessageContaining("the chain ends at height 8, before the first block wanted, 9");
  }

  @Test
  void doesNotTakeAMemberThatDoesNotExist() {
    chain.newBlock(chain.payment(50, new long[] {1}, List.of(40L)));
    assertThatThrownBy(() -> index(chain.node(), "slice", Indexing.everything().startingAt(7)))
        .isInstanceOf(DataInvalid.class)
        .hasMessageContainingAll("ring member 50:1 does not exist", "height 9");
    new DataFolder(folder.resolve("slice")).assertWholeUpTo(8);
  }

  @Test
  void doesNotTakeAMemberThatIsNewerThanItsRing() {
    chain.newBlock(chain.payment(40, new long[] {0}, List.of(3L)));
    chain.oldBlock(List.of(40L));
    assertThatThrownBy(() -> index(chain.node(), "slice", Indexing.everything().startingAt(7)))
        .isInstanceOf(DataInvalid.class)
        .hasMessageContainingAll("ring member 40:0 does not exist", "height 10", "height 9");
    new DataFolder(folder.resolve("slice")).assertWholeUpTo(8);
  }
}
