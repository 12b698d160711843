package org.ringlight.analytics.bitcoin.entropy;

/** The ways to read a transaction, found by trying every partition with every assignment. */
final class EverySetPartition {

  private final long[] ins;
  private final long[] outs;
  private final long maker;
  private final long most;
  private final int[] blockOfInput;
  private final int[] blockOfOutput;
  long count;
  final long[][] links;

  EverySetPartition(long[] ins, long[] outs, IntraFees intraFees) {
    this.ins = ins;
    this.outs = outs;
    long fee = 0;
    for (long in : ins) {
      fee += in;
    }
    for (long out : outs) {
      fee -= out;
    }
    maker = intraFees.maker();
    most = fee + intraFees.taker();
    blockOfInput = new int[ins.length];
    blockOfOutput = new int[outs.length];
    links = new long[ins.length][outs.length];
    placeInput(0, 0);
  }

  private void placeInput(int input, int blocks) {
    if (input == ins.length) {
      placeOutput(0, blocks);
      return;
    }
    for (int block = 0; block <= blocks; block++) {
      blockOfInput[input] = block;
      placeInput(input + 1, Math.max(blocks, block + 1));
    }
  }

  private void placeOutput(int output, int blocks) {
    if (output == outs.length) {
      check(blocks);
      return;
    }
    for (int block = 0; block < blocks; block++) {
      blockOfOutput[output] = block;
      placeOutput(output + 1, blocks);
    }
  }

  private void check(int blocks) {
    for (int block = 0; block < blocks; block++) {
      long pays = 0;
      for (int i = 0; i < ins.length; i++) {
        pays += blockOfInput[i] == block ? ins[i] : 0;
      }
      for (int j = 0; j < outs.length; j++) {
        pays -= blockOfOutput[j] == block ? outs[j] : 0;
      }
      if (pays < -maker || pays > most) {
        return;
      }
    }
    count++;
    for (int i = 0; i < ins.length; i++) {
      for (int j = 0; j < outs.length; j++) {
        links[i][j] += blockOfInput[i] == blockOfOutput[j] ? 1 : 0;
      }
    }
  }
}
