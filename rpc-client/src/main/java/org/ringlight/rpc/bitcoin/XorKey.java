package org.ringlight.rpc.bitcoin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.ringlight.failure.DataInvalid;

/**
 * What Bitcoin Core hides its block files behind since release 28: eight bytes in {@code xor.dat},
 * laid over every file again and again from its beginning. All zeros where there is no such file.
 * Source: Bitcoin Core v28.0 {@code src/node/blockstorage.cpp} ({@code InitBlocksdirXorKey}),
 * {@code src/streams.h} ({@code util::Xor}).
 */
final class XorKey {

  private static final int LENGTH = 8;

  private final byte[] key;

  private XorKey(byte[] key) {
    this.key = key;
  }

  /**
   * The key of a folder of block files.
   *
   * @throws DataInvalid where the key is not eight bytes long
   */
  static XorKey of(Path folder) throws IOException {
    Path file = folder.resolve("xor.dat");
    byte[] key;
    try {
      key = Files.size(file) == LENGTH ? Files.readAllBytes(file) : new byte[0];
    } catch (NoSuchFileException none) {
      return new XorKey(new byte[LENGTH]);
    }
    if (key.length != LENGTH) {
      throw new DataInvalid(
          "a key that is not eight bytes long",
          file.toString(),
          "give the blocks folder of Bitcoin Core 28 or later as it stands");
    }
    return new XorKey(key);
  }

  /**
   * Takes the key off.
   *
   * @param place of the first byte in its file
   */
  void apply(byte[] bytes, int length, long place) {
    for (int i = 0; i < length; i++) {
      bytes[i] ^= key[(int) ((place + i) % LENGTH)];
    }
  }
}
