package org.ringlight.truth.era;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ringlight.failure.DataInvalid;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.protocol.wire.WireReader;

/** What the head of a bootstrap file says of it. */
public final class BootstrapHeader {

  private static final int BYTES = 64;

  private BootstrapHeader() {}

  /**
   * How many blocks a file holds, genesis included.
   *
   * @throws DataInvalid if it is no bootstrap file that starts at the genesis block
   * @throws StoreUnavailable if it cannot be read
   */
  public static long blocks(Path file) {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(BYTES);
    } catch (IOException e) {
      throw new StoreUnavailable(
          "cannot read: " + e.getMessage(), file.toString(), "check that it is there", e);
    }
    long last = lastBlock(head);
    if (last < 1) {
      throw new DataInvalid(
          "not a bootstrap file of a whole chain",
          file.toString(),
          "make one with ringlight truth eras");
    }
    return last + 1;
  }

  /** The last block of a file that begins with the first; 0 if this is no such file. */
  private static long lastBlock(byte[] bytes) {
    try {
      WireReader head = WireReader.of(bytes);
      if (head.u32("magic") != BootstrapWriter.MAGIC) {
        return 0;
      }
      head.skip(head.u32("size of the file's info"), "info of the file");
      head.u32("size of the blocks' info");
      long first = head.varint(32, "first block");
      long last = head.varint(32, "last block");
      return first == 0 ? last : 0;
    } catch (DataInvalid tooShort) {
      return 0;
    }
  }
}
