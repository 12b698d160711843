package org.ringlight.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Consumer;
import org.ringlight.failure.DataInvalid;

/** What reading some bytes may allocate: in proportion to them, whatever counts they claim. */
public final class Allocation {

  private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final long BYTES_PER_BYTE = 128;
  private static final long BYTES_TO_BEGIN = 256 * 1024;

  private Allocation() {}

  /** Fails where {@code decoder}, which may refuse them, allocates more for these bytes. */
  public static void assertInProportion(byte[] bytes, Consumer<byte[]> decoder) {
    long most = BYTES_TO_BEGIN + BYTES_PER_BYTE * bytes.length;
    if (allocated(bytes, decoder) > most) {
      // the first time also counts classes that were loaded and instrumented
      assertThat(allocated(bytes, decoder))
          .as("allocated for %d bytes", bytes.length)
          .isLessThanOrEqualTo(most);
    }
  }

  private static long allocated(byte[] bytes, Consumer<byte[]> decoder) {
    long before = THREAD.getCurrentThreadAllocatedBytes();
    try {
      decoder.accept(bytes);
    } catch (DataInvalid refused) {
      // what is refused must not allocate more either
    }
    return THREAD.getCurrentThreadAllocatedBytes() - before;
  }
}
