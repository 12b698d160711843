package org.ringlight.truth.era;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.DataInvalid;
import org.ringlight.failure.Failure;
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
    try (InputStream in = Files.newInputStream(file)) {
      WireReader head = WireReader.of(in.readNBytes(BYTES));
      if (head.u32("magic") != BootstrapWriter.MAGIC) {
        throw notOne(file, null);
      }
      head.skip(head.u32("size of the file's info"), "info of the file");
      head.u32("size of the blocks' info");
      long first = head.varint(32, "first block");
      long last = head.varint(32, "last block");
      if (first != 0 || last < 1) {
        throw notOne(file, null);
      }
      return last + 1;
    } catch (DataInvalid e) {
      throw notOne(file, e);
    } catch (IOException e) {
      throw new StoreUnavailable(
          "cannot read: " + e.getMessage(), file.toString(), "check that it is there", e);
    }
  }

  private static DataInvalid notOne(Path file, @Nullable Failure cause) {
    String what = "not a bootstrap file of a whole chain";
    String todo = "make one with ringlight truth eras";
    return cause == null
        ? new DataInvalid(what, file.toString(), todo)
        : new DataInvalid(what, file.toString(), todo, cause);
  }
}
