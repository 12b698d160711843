package org.ringlight.lake.iceberg;

import java.io.IOException;
import java.util.Arrays;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.iceberg.io.SeekableInputStream;

/**
 * What stands around the blocks of an Avro file (Avro 1.12 specification, "Object Container
 * Files"): a header of four bytes, a map and a random marker of sixteen bytes, and that marker
 * again after every block. Avro's own reader takes a file that ends within a block for one that
 * ends before it.
 */
final class AvroFraming {

  private static final byte[] MAGIC = {'O', 'b', 'j', 1};
  private static final int MARKER_BYTES = 16;

  private AvroFraming() {}

  /** Whether a file of {@code length} bytes begins and ends like an Avro file. */
  static boolean isWhole(SeekableInputStream in, long length) throws IOException {
    try {
      return length >= MAGIC.length + MARKER_BYTES && endsWithItsMarker(in, length);
    } catch (IOException | AvroRuntimeException | UnsupportedOperationException e) {
      return false; // the header does not read as one
    }
  }

  private static boolean endsWithItsMarker(SeekableInputStream in, long length) throws IOException {
    in.seek(0);
    BinaryDecoder header = DecoderFactory.get().directBinaryDecoder(in, null);
    byte[] magic = new byte[MAGIC.length];
    header.readFixed(magic);
    if (!Arrays.equals(magic, MAGIC)) {
      return false;
    }
    for (long entries = header.readMapStart(); entries > 0; entries = header.mapNext()) {
      for (long entry = 0; entry < entries; entry++) {
        header.skipString();
        header.skipBytes();
      }
    }
    byte[] marker = new byte[MARKER_BYTES];
    header.readFixed(marker);
    in.seek(length - MARKER_BYTES);
    return Arrays.equals(marker, in.readNBytes(MARKER_BYTES));
  }
}
