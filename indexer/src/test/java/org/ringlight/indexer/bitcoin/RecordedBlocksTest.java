package org.ringlight.indexer.bitcoin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.indexer.pipeline.IndexReport;
import org.ringlight.indexer.verify.BitcoinCheckReport;
import org.ringlight.lake.table.BitcoinInputRow;
import org.ringlight.rpc.bitcoin.BlockFiles;
import org.ringlight.testing.Corpus;

/** The first blocks of Bitcoin, as they were. */
class RecordedBlocksTest {

  @TempDir Path folder;

  @Test
  void theFirstMonthsOfMainnetAreIndexedAndProveThemselves() throws IOException {
    Path blocks = Files.createDirectory(folder.resolve("blocks"));
    Files.copy(
        Corpus.folder().resolve("bitcoin/bitcoinj/first-100k-blocks.dat"),
        blocks.resolve("blk00000.dat"));
    BitcoinFolder data = new BitcoinFolder(folder.resolve("data"));
    try (BlockFiles files = BlockFiles.open(blocks)) {
      IndexReport report = data.index(files);
      assertThat(report.tipHeight()).isEqualTo(files.tipHeight()).isGreaterThan(400);
      BitcoinCheckReport check = data.check(files);
      assertThat(check.problems()).isEmpty();
      assertThat(check.blocks()).isEqualTo(report.blocks());
      assertThat(check.unspent()).hasValue(report.blocks() * 50_00000000L);
      // Satoshi paid Hal Finney 10 coins in block 170, out of the coinbase of block 9
      assertThat(data.rows(BitcoinInputRow.TABLE).get(0))
          .satisfies(
              row -> {
                assertThat(row.height()).isEqualTo(170);
                assertThat(row.outputId()).isEqualTo(9);
                assertThat(row.value()).isEqualTo(50_00000000L);
                assertThat(row.scriptType()).isEqualTo("p2pk");
              });
    }
  }
}
