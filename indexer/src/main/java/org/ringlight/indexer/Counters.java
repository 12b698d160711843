package org.ringlight.indexer;

/** The next dense ids: how many transactions, outputs and rings the tables hold. */
final class Counters {

  private long transactions;
  private long outputs;
  private long rings;

  Counters(long transactions, long outputs, long rings) {
    this.transactions = transactions;
    this.outputs = outputs;
    this.rings = rings;
  }

  long nextTransaction() {
    return transactions++;
  }

  long nextOutput() {
    return outputs++;
  }

  long nextRing() {
    return rings++;
  }

  long transactions() {
    return transactions;
  }

  long outputs() {
    return outputs;
  }

  long rings() {
    return rings;
  }
}
