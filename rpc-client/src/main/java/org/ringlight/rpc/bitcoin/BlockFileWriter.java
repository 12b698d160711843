package org.ringlight.rpc.bitcoin;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.protocol.bitcoin.BitcoinNetwork;

/**
 * Writes blocks as Bitcoin Core keeps them and {@link BlockFiles} reads them: each behind the
 * network's four bytes and its length. Not thread-safe.
 */
public final class BlockFileWriter implements AutoCloseable {

  private static final int FRAME = 8;

  private final Path file;
  private final BitcoinNetwork network;
  private final OutputStream out;

  /**
   * Makes the file, over one that is there.
   *
   * @throws StoreUnavailable if that fails, as writing and closing do
   */
  public BlockFileWriter(Path file, BitcoinNetwork network) {
    this.file = file;
    this.network = network;
    try {
      this.out = new BufferedOutputStream(Files.newOutputStream(file));
    } catch (IOException e) {
      throw cannot(e);
    }
  }

  /** Adds a block. */
  public void add(byte[] block) {
    ByteBuffer frame = ByteBuffer.allocate(FRAME).putInt((int) network.magic());
    frame.order(ByteOrder.LITTLE_ENDIAN).putInt(block.length);
    try {
      out.write(frame.array());
      out.write(block);
    } catch (IOException e) {
      throw cannot(e);
    }
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw cannot(e);
    }
  }

  private StoreUnavailable cannot(IOException e) {
    return new StoreUnavailable(
        "cannot write: " + e.getMessage(), file.toString(), "choose another folder", e);
  }
}
