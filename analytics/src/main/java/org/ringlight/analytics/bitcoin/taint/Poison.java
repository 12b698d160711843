package org.ringlight.analytics.bitcoin.taint;

/** Every output whole, for every mark that an input has. */
final class Poison implements Splitter {

  private final FeePolicy fees;
  private final Lots marks = new Lots();

  Poison(FeePolicy fees) {
    this.fees = fees;
  }

  /** A mark is there or not: it does not add up. */
  @Override
  public void keep(int mark, long amount, Lots held) {
    if (mark != Lots.CLEAN && !held.has(mark)) {
      held.pool(mark, amount);
    }
  }

  @Override
  public void split(Spend spend, Lots[] parts) {
    marks.clear();
    long poisoned = 0;
    for (int i = 0; i < spend.inputs(); i++) {
      Held held = spend.held(i);
      if (held != null) {
        poisoned += spend.inputValue(i);
        for (int lot = 0; lot < held.size(); lot++) {
          marks.pool(held.mark(lot), 1);
        }
      }
    }
    for (int j = 0; j < spend.outputs(); j++) {
      mark(parts[j], spend.output(j));
    }
    // where the outputs cannot hold all that is poisoned, the fee holds some of it
    if (fees != FeePolicy.NONE || poisoned > spend.valueOut()) {
      mark(parts[spend.outputs()], spend.fee());
    }
  }

  private void mark(Lots part, long value) {
    for (int lot = 0; lot < marks.size(); lot++) {
      part.add(marks.mark(lot), value);
    }
  }
}
