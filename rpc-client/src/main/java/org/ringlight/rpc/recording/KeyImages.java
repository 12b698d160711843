package org.ringlight.rpc.recording;

import java.util.ArrayList;
import java.util.List;
import org.ringlight.protocol.Bytes32;
import org.ringlight.protocol.KeyImage;

/**
 * The key images in the inputs of a recorded transaction, so that a recording can say which are
 * spent. A prefix begins: version, unlock time, number of inputs (varints); an input is 2, amount,
 * number of offsets, offsets (varints) and the key image. The first input of another kind ends it.
 */
final class KeyImages {

  private static final int TO_KEY = 2;

  private KeyImages() {}

  static List<KeyImage> in(byte[] transaction) {
    VarintScan scan = new VarintScan(transaction);
    scan.next();
    scan.next();
    long inputs = scan.next();
    List<KeyImage> images = new ArrayList<>();
    for (long i = 0; i < inputs; i++) {
      if (scan.next() != TO_KEY) {
        break;
      }
      scan.next();
      long offsets = scan.next();
      for (long k = 0; k < offsets; k++) {
        scan.next();
      }
      scan.pass(Bytes32.LENGTH);
      images.add(KeyImage.at(transaction, scan.at() - Bytes32.LENGTH));
    }
    return images;
  }
}
