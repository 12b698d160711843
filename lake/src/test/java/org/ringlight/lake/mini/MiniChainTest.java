package org.ringlight.lake.mini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.lake.Lake;
import org.ringlight.lake.sql.Sql;
import org.ringlight.lake.sql.SqlSession;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.RingRow;

class MiniChainTest {

  private static final MiniChain CHAIN = MiniChain.ofStory();

  @Test
  void everyRingHoldsWhatItSpendsAndNoOutputIsSpentTwice() {
    assertThat(CHAIN.truth()).hasSameSizeAs(CHAIN.rings());
    assertThat(CHAIN.truth().values()).doesNotHaveDuplicates();
    assertThat(CHAIN.rings())
        .allSatisfy(
            ring ->
                assertThat(ring.members())
                    .contains(
                        Objects.requireNonNull(CHAIN.truth().get(ring.keyImage())).amountIndex()));
  }

  @Test
  void membersAreOlderThanTheirRing() {
    assertThat(CHAIN.rings())
        .allSatisfy(
            ring ->
                assertThat(CHAIN.outputs())
                    .filteredOn(output -> isMember(ring, output))
                    .extracting(OutputRow::height)
                    .allMatch(height -> height <= ring.height()));
  }

  private static boolean isMember(RingRow ring, OutputRow output) {
    long[] ids = Objects.requireNonNull(ring.memberIds());
    return Arrays.stream(ids).anyMatch(id -> id == output.outputId());
  }

  @Test
  void tablesHoldTheStory(@TempDir Path data) throws SQLException {
    CHAIN.write(data);
    try (Lake lake = Lake.openExisting(data);
        SqlSession session = Sql.open(lake);
        Statement statement = session.connection().createStatement();
        ResultSet row =
            statement.executeQuery(
                CHAIN.resolve(
                    "SELECT count(*), count(DISTINCT m.output_id) FROM xmr.rings r"
                        + " JOIN xmr.memberships m USING (ring_id)"
                        + " WHERE key_image = h('ring(ada-5)')"))) {
      row.next();
      assertThat(row.getLong(1)).isEqualTo(3);
      assertThat(row.getLong(2)).isEqualTo(2);
    }
  }

  @Test
  void lineThatTellsNothingIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MiniChain.of("```chain\nblock 0\nonce upon a time\n```"))
        .withMessageContaining("once upon a time");
  }

  @Test
  void ringWithoutWhatItSpendsIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                MiniChain.of(
                    "```chain\nblock 0: a b\nblock 1\ntx t\n  spends a among b\n  pays c\n```"))
        .withMessageContaining("spend a");
  }
}
