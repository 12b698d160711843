package org.ringlight.analytics.bitcoin.taint;

import java.util.Arrays;

/** TIHO and dirty-first: marked satoshi first, cut by the outputs in one order or the other. */
final class DirtyOrder implements Splitter {

  /** Which output is filled first. */
  enum To {
    FIRST_OUTPUT,
    HIGHEST_OUTPUT
  }

  private final FeeCut fee;
  private final To to;
  private final Lots row = new Lots();
  private final Lots left = new Lots();

  DirtyOrder(FeeCut fee, To to) {
    this.fee = fee;
    this.to = to;
  }

  @Override
  public void split(Spend spend, Lots[] parts) {
    row.clear();
    left.clear();
    for (int i = 0; i < spend.inputs(); i++) {
      Held held = spend.held(i);
      for (int lot = 0; held != null && lot < held.size(); lot++) {
        row.add(held.mark(lot), held.amount(lot));
      }
    }
    row.add(Lots.CLEAN, spend.valueIn() - row.total());
    fee.cut(row, spend.fee(), left, parts[spend.outputs()]);
    RowCut cut = new RowCut(left);
    if (to == To.FIRST_OUTPUT) {
      for (int j = 0; j < spend.outputs(); j++) {
        cut.next(spend.output(j), parts[j]);
      }
    } else {
      for (int j : byValue(spend)) {
        cut.next(spend.output(j), parts[j]);
      }
    }
  }

  private static int[] byValue(Spend spend) {
    Integer[] order = new Integer[spend.outputs()];
    Arrays.setAll(order, j -> j);
    // stable: the first of equal ones stays first
    Arrays.sort(order, (a, b) -> Long.compare(spend.output(b), spend.output(a)));
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }
}
