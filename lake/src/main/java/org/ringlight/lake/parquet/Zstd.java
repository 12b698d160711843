package org.ringlight.lake.parquet;

import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.jspecify.annotations.Nullable;

/**
 * The one codec, straight on zstd: parquet-java's own goes through Hadoop's codecs and
 * configuration, and the jars behind them. One for each file that is read: parquet-java asks for a
 * decompressor for each column of each row group and gives none back, and each holds 160 kB outside
 * the heap; so all get the same one, which {@link #release} frees when the file is closed.
 */
final class Zstd implements CompressionCodecFactory {

  /** Most bytes here are random: level 3 saved at most 1.1 % of a file. */
  private static final int LEVEL = 1;

  private @Nullable Decompressor decompressor;

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName codec) {
    requireZstd(codec);
    return new Compressor();
  }

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
    requireZstd(codec);
    Decompressor known = decompressor;
    if (known == null) {
      known = new Decompressor();
      decompressor = known;
    }
    return known;
  }

  private static void requireZstd(CompressionCodecName codec) {
    if (codec != CompressionCodecName.ZSTD) {
      throw new UnsupportedOperationException("pages are zstd, not " + codec);
    }
  }

  @Override
  public void release() {
    Decompressor known = decompressor;
    decompressor = null;
    if (known != null) {
      known.context.close();
    }
  }

  /** The bytes of a page one after the other, which parquet-java holds in pieces. */
  private static final class Page extends ByteArrayOutputStream {

    /** Its array, of which the first {@link #size} bytes are the page's. */
    byte[] of(BytesInput bytes) throws IOException {
      reset();
      bytes.writeAllTo(this);
      return buf;
    }
  }

  private static final class Compressor implements BytesInputCompressor {
    private final ZstdCompressCtx context = new ZstdCompressCtx().setLevel(LEVEL);
    private final Page page = new Page();
    private byte[] target = new byte[0];

    @Override
    public BytesInput compress(BytesInput bytes) throws IOException {
      byte[] source = page.of(bytes);
      int bound = Math.toIntExact(com.github.luben.zstd.Zstd.compressBound(page.size()));
      if (target.length < bound) {
        target = new byte[bound];
      }
      int size = context.compressByteArray(target, 0, bound, source, 0, page.size());
      return BytesInput.from(target, 0, size);
    }

    @Override
    public CompressionCodecName getCodecName() {
      return CompressionCodecName.ZSTD;
    }

    @Override
    public void release() {
      context.close();
    }
  }

  private static final class Decompressor implements BytesInputDecompressor {
    private final ZstdDecompressCtx context = new ZstdDecompressCtx();
    private final Page page = new Page();

    @Override
    public BytesInput decompress(BytesInput bytes, int size) throws IOException {
      return BytesInput.from(decompress(page.of(bytes), page.size(), size));
    }

    @Override
    public void decompress(ByteBuffer input, int inputSize, ByteBuffer output, int size)
        throws IOException {
      byte[] source = new byte[inputSize];
      input.get(source);
      output.put(decompress(source, inputSize, size));
    }

    private byte[] decompress(byte[] source, int length, int size) throws IOException {
      byte[] target = new byte[size];
      try {
        int actual = context.decompressByteArray(target, 0, size, source, 0, length);
        if (actual != size) {
          throw new IOException("a page of " + actual + " bytes where " + size + " are announced");
        }
      } catch (ZstdException e) {
        throw new IOException("a page does not decompress", e);
      }
      return target;
    }

    /** The next column may need it. */
    @Override
    public void release() {}
  }
}
