package org.ringlight.graph.verify;

/** How many there are of each kind. */
public final class Counts {

  long blocks;
  long transactions;
  long outputs;
  long rings;
  long members;

  void add(Counts other) {
    blocks += other.blocks;
    transactions += other.transactions;
    outputs += other.outputs;
    rings += other.rings;
    members += other.members;
  }

  public long blocks() {
    return blocks;
  }

  public long transactions() {
    return transactions;
  }

  public long outputs() {
    return outputs;
  }

  public long rings() {
    return rings;
  }

  public long members() {
    return members;
  }
}
