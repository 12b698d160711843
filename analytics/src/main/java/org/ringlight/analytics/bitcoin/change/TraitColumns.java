package org.ringlight.analytics.bitcoin.change;

import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.LongArrayList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ringlight.analytics.bitcoin.CoinTransaction;
import org.ringlight.protocol.bitcoin.ScriptType;

/**
 * {@link Traits} by the number of the transaction: 32 bytes each. What many have alike is held
 * once.
 */
final class TraitColumns {

  private final IntArrayList styles = new IntArrayList();
  private final IntArrayList inputs = new IntArrayList();
  private final IntArrayList outputs = new IntArrayList();
  private final IntArrayList payees = new IntArrayList();
  private final IntArrayList firstInputs = new IntArrayList();
  private final IntArrayList firstOutputs = new IntArrayList();
  private final LongArrayList feeRates = new LongArrayList();
  private final List<Style> known = new ArrayList<>();
  private final Map<Style, Integer> numbers = new HashMap<>();

  /** What wallets set the same way again and again. */
  private record Style(
      int version, LockTimeUse lockTime, SequenceUse sequence, Set<ScriptType> inputScripts) {}

  void put(Traits traits) {
    int at = DenseIds.place(traits.transaction());
    DenseIds.set(styles, at, 1 + number(traits));
    DenseIds.set(inputs, at, traits.inputs());
    DenseIds.set(outputs, at, traits.outputs());
    DenseIds.set(payees, at, traits.payees());
    DenseIds.set(firstInputs, at, DenseIds.stored(traits.firstInput()));
    DenseIds.set(firstOutputs, at, DenseIds.stored(traits.firstOutput()));
    DenseIds.set(feeRates, at, traits.feeRate());
  }

  private int number(Traits traits) {
    Style style =
        new Style(traits.version(), traits.lockTime(), traits.sequence(), traits.inputScripts());
    Integer number = numbers.putIfAbsent(style, known.size());
    if (number == null) {
      known.add(style);
      return known.size() - 1;
    }
    return number;
  }

  /** Those of a transaction; empty where it was not put, or is {@link CoinTransaction#UNKNOWN}. */
  Optional<Traits> get(long transaction) {
    int style = DenseIds.get(styles, transaction);
    if (style == 0) {
      return Optional.empty();
    }
    int at = DenseIds.place(transaction);
    Style its = known.get(style - 1);
    return Optional.of(
        new Traits(
            transaction,
            inputs.get(at),
            DenseIds.id(firstInputs.get(at)),
            DenseIds.id(firstOutputs.get(at)),
            outputs.get(at),
            payees.get(at),
            its.version(),
            its.lockTime(),
            its.sequence(),
            its.inputScripts(),
            feeRates.get(at)));
  }
}
