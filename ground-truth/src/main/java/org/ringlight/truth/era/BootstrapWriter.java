package org.ringlight.truth.era;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ringlight.protocol.wire.WireWriter;

/**
 * A bootstrap file as {@code monero-blockchain-export} writes and {@code monero-blockchain-import}
 * reads it: monero v0.18.0.0 src/blockchain_utilities/bootstrap_file.cpp initialize_file,
 * write_block; bootstrap_serialization.h.
 */
final class BootstrapWriter implements AutoCloseable {

  static final long MAGIC = 0x28721586L;
  private static final int HEADER_BYTES = 1024;
  private static final int BUFFER_BYTES = 1 << 20;

  private final OutputStream out;
  private long written;

  /**
   * @param blocks how many will be written, genesis included
   */
  BootstrapWriter(Path file, long blocks) throws IOException {
    out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES);
    WireWriter info = new WireWriter();
    info.u8(1);
    info.u8(0);
    info.varint(HEADER_BYTES);
    WireWriter range = new WireWriter();
    range.varint(0);
    range.varint(blocks - 1);
    range.varint(0);
    WireWriter header = new WireWriter(HEADER_BYTES);
    header.u32(info.size());
    header.bytes(info.toBytes());
    header.u32(range.size());
    header.bytes(range.toBytes());
    header.bytes(new byte[HEADER_BYTES - header.size()]);
    WireWriter magic = new WireWriter();
    magic.u32(MAGIC);
    write(magic.toBytes());
    write(header.toBytes());
  }

  /**
   * Appends a block.
   *
   * @param block its bytes
   * @param transactions whole, the miner transaction left out
   * @param difficulty cumulative
   * @param generated coins made so far, unsigned
   */
  void block(
      byte[] block,
      List<BlockMaker.MadeTransaction> transactions,
      long weight,
      long difficulty,
      long generated)
      throws IOException {
    WireWriter tail = new WireWriter();
    tail.varint(weight);
    tail.varint(0);
    tail.varint(difficulty);
    tail.varint(generated);
    byte[] count = varint(transactions.size());
    long size = (long) block.length + count.length + tail.size();
    for (BlockMaker.MadeTransaction transaction : transactions) {
      size += transaction.size();
    }
    WireWriter length = new WireWriter();
    length.u32(size);
    write(length.toBytes());
    write(block);
    write(count);
    for (BlockMaker.MadeTransaction transaction : transactions) {
      write(transaction.head());
      transaction.tail().writeTo(out);
      written += transaction.tail().size();
    }
    write(tail.toBytes());
  }

  /** Bytes so far. */
  long written() {
    return written;
  }

  private void write(byte[] bytes) throws IOException {
    out.write(bytes);
    written += bytes.length;
  }

  private static byte[] varint(long value) {
    WireWriter out = new WireWriter(10);
    out.varint(value);
    return out.toBytes();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
