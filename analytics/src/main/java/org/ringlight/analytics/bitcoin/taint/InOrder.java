package org.ringlight.analytics.bitcoin.taint;

/** FIFO and LIFO: inputs laid end to end, cut by the outputs in their order. */
final class InOrder implements Splitter {

  /** Which input's satoshi go first. */
  enum From {
    FIRST_INPUT,
    LAST_INPUT
  }

  private final FeeCut fee;
  private final From from;
  private final Lots row = new Lots();
  private final Lots left = new Lots();

  InOrder(FeeCut fee, From from) {
    this.fee = fee;
    this.from = from;
  }

  /** Clean satoshi too: they keep the others in their places. */
  @Override
  public void keep(int mark, long amount, Lots held) {
    held.add(mark, amount);
  }

  @Override
  public void split(Spend spend, Lots[] parts) {
    row.clear();
    left.clear();
    for (int i = 0; i < spend.inputs(); i++) {
      spend.copyInput(from == From.FIRST_INPUT ? i : spend.inputs() - 1 - i, row);
    }
    fee.cut(row, spend.fee(), left, parts[spend.outputs()]);
    RowCut cut = new RowCut(left);
    for (int j = 0; j < spend.outputs(); j++) {
      cut.next(spend.output(j), parts[j]);
    }
  }
}
