package org.ringlight.indexer;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.failure.DataInvalid;
import org.ringlight.indexer.pipeline.IndexReport;
import org.ringlight.indexer.pipeline.Indexing;
import org.ringlight.indexer.pipeline.Unreadable;
import org.ringlight.indexer.verify.CheckReport;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.lake.table.TransactionRow;
import org.ringlight.rpc.NodeClient;

/** Transactions of version 1, which no real node of today can be made to mine. */
class OldChainTest {

  @TempDir Path folder;
  private final OldChain chain = new OldChain();

  @BeforeEach
  void mine() {
    chain.oldBlock(List.of(5L, 700L));
    chain.oldBlock(List.of(5L, 700L));
    chain.oldBlock(List.of(5L), chain.payment(700, new long[] {0, 1}, List.of(600L, 60L, 5L)));
    chain.oldBlock(List.of(Long.MAX_VALUE), chain.payment(5, new long[] {3}, List.of(2L, 1L)));
    chain.newBlock();
    chain.newBlock(chain.ringCt(600, 0), chain.payment(60, new long[] {0}, List.of(50L)));
    chain.newBlock(chain.ringCt(0, 0, 2, 3));
  }

  private IndexReport index(NodeClient node, String name, long to) {
    try (Indexer indexer = new Indexer(node, folder.resolve(name))) {
      return indexer.run(new Indexing(OptionalLong.of(to), Unreadable.STOP));
    }
  }

  @Test
  void everyAmountHasAnIndexSpaceOfItsOwn() {
    index(chain.node(), "whole", 6);
    DataFolder data = new DataFolder(folder.resolve("whole"));
    CheckReport check = data.check();
    assertThat(check.problems()).isEmpty();
    assertThat(check.blocks()).isEqualTo(7);
    assertThat(check.notRecomputable()).isEqualTo(3); // signatures of version 1 are not stored
    assertThat(data.rows(OutputRow.TABLE))
        .filteredOn(row -> row.indexSpace() == 5)
        .extracting(OutputRow::amountIndex)
        .containsExactly(0L, 1L, 2L, 3L);
    assertThat(data.rows(OutputRow.TABLE))
        .filteredOn(row -> row.indexSpace() == 0)
        .extracting(OutputRow::amountIndex)
        .containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L);
    List<OutputRow> outputs = data.rows(OutputRow.TABLE);
    assertThat(data.rows(RingRow.TABLE))
        .allSatisfy(
            ring -> {
              for (int i = 0; i < ring.members().length; i++) {
                OutputRow member = outputs.get((int) requireNonNull(ring.memberIds())[i]);
                assertThat(member.indexSpace()).isEqualTo(ring.indexSpace());
                assertThat(member.amountIndex()).isEqualTo(ring.members()[i]);
              }
            });
    assertThat(data.rows(TransactionRow.TABLE))
        .filteredOn(row -> row.version() == 1 && !row.coinbase())
        .extracting(TransactionRow::fee)
        .containsExactly(35L, 2L, 10L);
  }

  @Test
  void aPrunedNodeGivesTheSameTables() {
    index(chain.node(), "whole", 6);
    index(chain.prunedNode(), "pruned", 6);
    assertThat(new DataFolder(folder.resolve("pruned")).digest())
        .isEqualTo(new DataFolder(folder.resolve("whole")).digest());
  }

  @Test
  void indicesGoOnInEverySpaceAfterEachRestartWithAndWithoutTheirMap() {
    index(chain.node(), "whole", 6);
    DataFolder data = new DataFolder(folder.resolve("steps"));
    for (int to = 0; to <= 6; to++) {
      index(chain.node(), "steps", to);
      if (to % 2 == 1) {
        data.deleteIds();
      }
    }
    assertThat(data.digest()).isEqualTo(new DataFolder(folder.resolve("whole")).digest());
  }

  @Test
  void aCoinbaseThatPaysMoreThanThereCanBeIsRefused() {
    chain.oldBlock(List.of(Long.MAX_VALUE, 1L));
    assertThatThrownBy(() -> index(chain.node(), "whole", 7))
        .isInstanceOf(DataInvalid.class)
        .hasMessageContainingAll("coinbase", "height 7");
    new DataFolder(folder.resolve("whole")).assertWholeUpTo(6);
  }

  @Test
  void aRingOfOutputsThatDoNotExistIsRefused() {
    chain.newBlock(chain.payment(50, new long[] {1}, List.of(40L)));
    assertThatThrownBy(() -> index(chain.node(), "whole", 7))
        .isInstanceOf(DataInvalid.class)
        .hasMessageContainingAll("ring member 1 does not exist", "height 7", "index space 50");
    new DataFolder(folder.resolve("whole")).assertWholeUpTo(6);
  }
}
