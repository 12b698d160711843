package org.ringlight.rpc.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Optional;
import org.ringlight.failure.Failure;
import org.ringlight.rpc.ChainPage;
import org.ringlight.rpc.PageForm;
import org.ringlight.rpc.UnverifiedBlock;

/**
 * Bytes of any kind where a page, or a request for one, is expected. The seeds run in every build;
 * with {@code JAZZER_FUZZ=1} in the environment this looks for more.
 */
class PageFuzzTest {

  @FuzzTest(maxDuration = "3m")
  void anyPage(byte[] bytes) {
    try {
      Optional<ChainPage> page = PageReader.read(bytes, bytes.length, "fuzz");
      page.ifPresent(PageFuzzTest::comesBackTheSame);
    } catch (Failure | Busy refused) {
      // refusing is as good as reading
    }
    try {
      PageRequest request = PageRequest.read(bytes);
      assertThat(PageRequest.read(request.toBytes())).isEqualTo(request);
    } catch (Failure refused) {
      // refusing is as good as reading
    }
  }

  private static void comesBackTheSame(ChainPage page) {
    byte[] written = PageWriter.write(page, PageForm.PRUNED);
    ChainPage again = PageReader.read(written, written.length, "fuzz").orElseThrow();
    assertThat(again.startHeight()).isEqualTo(page.startHeight());
    assertThat(again.chainHeight()).isEqualTo(page.chainHeight());
    assertThat(again.blocks()).hasSameSizeAs(page.blocks());
    for (int i = 0; i < page.blocks().size(); i++) {
      UnverifiedBlock one = page.blocks().get(i);
      UnverifiedBlock other = again.blocks().get(i);
      assertThat(other.blob()).isEqualTo(one.blob());
      assertThat(other.outputIndices().toArray(long[][]::new))
          .isDeepEqualTo(one.outputIndices().toArray(long[][]::new));
      assertThat(other.transactions()).hasSameSizeAs(one.transactions());
    }
  }
}
