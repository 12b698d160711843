package org.ringlight.rpc.epee;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Map;
import org.ringlight.failure.Failure;

/**
 * Bytes of any kind where portable storage is expected: each is read or refused, in time and memory
 * bounded by its length. The seeds run in every build; with {@code JAZZER_FUZZ=1} in the
 * environment, one fuzz test at a time looks for more.
 */
class EpeeFuzzTest {

  @FuzzTest(maxDuration = "3m")
  void anyStorage(byte[] bytes) {
    boolean skipped = skips(bytes);
    Map<String, EpeeTree.Value> tree;
    try {
      tree = EpeeTree.read(bytes);
    } catch (Failure refused) {
      return;
    }
    assertThat(skipped).as("what can be read can be skipped").isTrue();
    assertThat(EpeeTree.write(tree)).isEqualTo(bytes);
  }

  private static boolean skips(byte[] bytes) {
    try {
      EpeeReader in = new EpeeReader(bytes, bytes.length);
      int entries = in.section();
      for (int i = 0; i < entries; i++) {
        in.entry();
        in.skip();
      }
      in.finish();
      return true;
    } catch (Failure refused) {
      return false;
    }
  }
}
