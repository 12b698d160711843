package org.ringlight.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.lake.Lake;
import org.ringlight.lake.SampleChain;
import org.ringlight.lake.Writer;
import org.ringlight.lake.table.Namespace;

class LabTest {

  private static final SampleChain CHAIN = new SampleChain(0);
  private static final String BLOCKS =
      "SELECT count(*) AS blocks, max(height) AS top FROM xmr.blocks";

  @TempDir Path data;

  private void write(long from, long to) {
    try (Lake lake = Lake.open(data);
        Writer writer = lake.writer(Namespace.XMR)) {
      CHAIN.commit(writer, from, to);
    }
  }

  @Test
  void duckDbAndSparkSeeTheTipThatWasOpenedWhateverIsWrittenLater() {
    write(0, 20);
    try (Lab lab = Lab.open(data)) {
      long top = lab.tip().orElseThrow().height();
      write(top + 1, 30);
      Rows byDuckDb = lab.sql(BLOCKS);
      assertThat(byDuckDb.texts("top")).containsExactly(Long.toString(top));
      assertThat(Rows.of(lab.spark().sql(BLOCKS)).sameAs(byDuckDb)).isTrue();
      String bytesAndLists =
          "SELECT key_image, members, unlock_time FROM xmr.rings r"
              + " JOIN xmr.transactions t ON t.tx_id = r.tx_id ORDER BY ring_id";
      Rows both = lab.sql(bytesAndLists);
      assertThat(both.cells()).isNotEmpty();
      assertThat(both.texts("key_image")).allMatch(hex -> hex.matches("[0-9a-f]{64}"));
      assertThat(Rows.of(lab.spark().sql(bytesAndLists)).sameAs(both)).isTrue();
    }
    try (Lab later = Lab.open(data)) {
      assertThat(Rows.of(later.spark().sql(BLOCKS)).sameAs(later.sql(BLOCKS))).isTrue();
    }
  }

  @Test
  void moreRowsThanANotebookHoldsAreCut() {
    write(0, 1);
    try (Lab lab = Lab.open(data)) {
      Rows cut = lab.sql("SELECT * FROM range(10001)");
      assertThat(cut.complete()).isFalse();
      assertThat(cut.cells()).hasSize(Rows.MOST);
      assertThat(lab.sql("SELECT * FROM range(10000)").complete()).isTrue();
      Rows bySpark = Rows.of(lab.spark().range(10_001).toDF());
      assertThat(bySpark.complete()).isFalse();
      assertThat(bySpark.cells()).hasSize(Rows.MOST);
    }
  }

  @Test
  void aWrongQueryIsAnsweredWithWhatIsWrong() {
    write(0, 1);
    try (Lab lab = Lab.open(data)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> lab.sql("SELECT colour FROM xmr.blocks"))
          .withMessageContaining("colour")
          .withMessageContaining("data-dictionary.md");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> lab.sql("COPY xmr.blocks TO 'elsewhere'"))
          .withMessageContaining("Only queries");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> lab.ring("00".repeat(32)))
          .withMessageContaining("no ring has this key image");
    }
  }

  @Test
  void withoutTablesThatIsSaid() {
    assertThatThrownBy(() -> Lab.open(data.resolve("nothing")))
        .isInstanceOf(ConfigurationInvalid.class)
        .hasMessageContaining("nothing");
  }
}
