package org.ringlight.rpc.recording;

import org.ringlight.failure.DataInvalid;

/** Walks over varints and bytes of a recorded blob, within its bounds. */
final class VarintScan {

  private final byte[] bytes;
  private int at;

  VarintScan(byte[] bytes) {
    this.bytes = bytes;
  }

  long next() {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      pass(1);
      long part = bytes[at - 1];
      value |= (part & 0x7f) << shift;
      if (part >= 0) {
        return value;
      }
    }
    throw invalid();
  }

  void pass(long count) {
    if (count < 0 || count > bytes.length - at) {
      throw invalid();
    }
    at += (int) count;
  }

  int at() {
    return at;
  }

  private DataInvalid invalid() {
    return new DataInvalid("a blob that ends early", "byte " + at, "record it again");
  }
}
