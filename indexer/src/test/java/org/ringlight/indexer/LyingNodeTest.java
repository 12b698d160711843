package org.ringlight.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringlight.failure.DataInvalid;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.TransactionRow;
import org.ringlight.protocol.TxHash;
import org.ringlight.rpc.NodeClient;
import org.ringlight.rpc.PageForm;
import org.ringlight.rpc.UnverifiedBlock;
import org.ringlight.rpc.recording.HostileNode;
import org.ringlight.rpc.recording.Trick;

/**
 * A node that answers, but not with its chain, again and again: nothing of its lies gets into the
 * tables that it is asked to bring up to date.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LyingNodeTest {

  private static final int PAGE = 20;
  private static final long BEFORE = 59;

  @TempDir static Path shared;
  private static HostileNode node;
  private static RowDigest honest;
  private static long spending;
  private static TxHash spender;
  private static UnverifiedBlock block;
  private static String blockId;

  private static DataFolder liedTo;

  /** A lie, what is said of it, and the last block that is stored all the same. */
  private record Lie(String name, Trick trick, long tip, List<String> said) {

    @Override
    public String toString() {
      return name;
    }
  }

  @BeforeAll
  static void indexHonestly() {
    node = HostileNode.playing(HostileNode.smallChain(), PAGE);
    liedTo = new DataFolder(shared.resolve("lied to"));
    DataFolder fresh = new DataFolder(shared.resolve("fresh"));
    fresh.index(node.uri());
    honest = fresh.digest();
    TransactionRow first =
        fresh.rows(TransactionRow.TABLE).stream()
            .filter(row -> !row.coinbase() && row.height() > BEFORE + PAGE)
            .findFirst()
            .orElseThrow();
    spending = first.height();
    spender = first.hash();
    blockId = fresh.rows(BlockRow.TABLE).get((int) spending).hash().toString();
    try (NodeClient client = DataFolder.impatient(node.uri())) {
      block = client.page(spending, PageForm.FULL).blocks().get(0);
    }
  }

  @AfterAll
  static void end() {
    node.close();
  }

  static Stream<Lie> lies() {
    String height = "height " + spending;
    String tx = "tx " + spender;
    long before = spending - 1;
    var member = Tricks.Forgery.ofRings(block, 1_000_000);
    return Stream.of(
        lie("a genesis bit", Trick.blockBitFlipped(0), -1, "height 0"),
        lie("garbage", Tricks.from(60, Trick.garbage()), BEFORE, "get_blocks.bin, height 60"),
        lie("an HTML page", Tricks.from(60, Trick.htmlPage()), BEFORE, "HTML page", "height 60"),
        lie(
            "another height",
            Tricks.from(60, Trick.wrongStartHeight()),
            BEFORE,
            "asked for height 60, got 61"),
        lie("blocks swapped", Trick.blocksSwapped(60), BEFORE, "block 60"),
        lie("another block", Trick.blockInsteadAt(60, block), BEFORE, "block 60"),
        lie("indices beyond", Trick.outputIndicesOff(60, 1), BEFORE, "height 60", "comes next"),
        lie("indices again", Trick.outputIndicesOff(60, -1), BEFORE, "height 60", "comes next"),
        lie("huge indices", Trick.outputIndicesOff(60, 1L << 62), BEFORE, "comes next"),
        lie("too few", Tricks.block(60, LyingNodeTest::lacking), BEFORE, "height 60", "indices"),
        lie("half a page", Tricks.from(80, Trick.cutShort()), 79, "get_blocks.bin, height 80"),
        lie("wrong transactions", Trick.transactionBitFlipped(spending), before, height, tx),
        lie("a block's bit", Trick.blockBitFlipped(spending), before, "block " + spending),
        lie(
            "a member that does not exist",
            Tricks.both(
                Tricks.block(spending, honestBlock -> member.block()),
                Trick.replacing(blockId, member.id().toString()).only("/json_rpc")),
            before,
            height,
            "tx " + member.transaction(),
            "ring member 1000000 does not exist"));
  }

  private static Lie lie(String name, Trick trick, long tip, String... said) {
    return new Lie(name, trick, tip, List.of(said));
  }

  private static UnverifiedBlock lacking(UnverifiedBlock honestBlock) {
    List<long[]> indices = new ArrayList<>(honestBlock.outputIndices());
    long[] first = indices.get(0);
    indices.set(0, Arrays.copyOf(first, first.length - 1));
    return new UnverifiedBlock(honestBlock.blob(), honestBlock.transactions(), indices);
  }

  @ParameterizedTest
  @MethodSource("lies")
  @Order(1)
  void isRefusedWithOneLineAndWhatCameBeforeIsKept(Lie lie) {
    node.play(lie.trick());
    Throwable failure = catchThrowable(() -> liedTo.indexImpatiently(node.uri()));
    node.play(Trick.none());

    assertThat(failure).isInstanceOf(DataInvalid.class);
    assertThat(failure.getMessage()).contains(lie.said()).contains("; ").doesNotContain("\n");
    liedTo.assertWholeUpTo(lie.tip());
  }

  @Test
  @Order(2)
  void hasLeftNothingBehindOnceTheNodeIsHonest() {
    assertThat(liedTo.index(node.uri()).rolledBack()).isZero();
    assertThat(liedTo.digest()).isEqualTo(honest);
  }
}
