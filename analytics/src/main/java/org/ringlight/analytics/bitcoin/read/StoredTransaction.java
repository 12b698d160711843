package org.ringlight.analytics.bitcoin.read;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringlight.analytics.bitcoin.CoinTransaction;
import org.ringlight.failure.DataInvalid;
import org.ringlight.lake.table.BitcoinInputRow;
import org.ringlight.lake.table.BitcoinOutputRow;
import org.ringlight.lake.table.BitcoinTransactionRow;
import org.ringlight.protocol.TxHash;
import org.ringlight.protocol.bitcoin.ScriptType;

/** A transaction of the tables. One object shows one after the other: none may be kept. */
public final class StoredTransaction implements CoinTransaction {

  private static final int FIRST = 4;
  private static final Map<String, ScriptType> SCRIPTS = new HashMap<>();

  static {
    for (ScriptType type : EnumSet.allOf(ScriptType.class)) {
      SCRIPTS.put(type.word(), type);
    }
  }

  private final Head head = new Head();
  private final Coins inputs = new Coins();
  private final Coins outputs = new Coins();
  private long[] sequences = new long[FIRST];
  private boolean[] signsAll = new boolean[FIRST];

  /** What is the transaction's own. */
  static final class Head {
    long id;
    long height;
    TxHash hash = TxHash.of(new byte[TxHash.LENGTH]);
    boolean coinbase;
    int version;
    long lockTime;
    int weight;
    int inputs;
    int outputs;
  }

  /** What inputs and outputs have alike: an output, made or spent. */
  private static final class Coins {
    private long[] ids = new long[FIRST];
    private long[] values = new long[FIRST];
    private long[] addresses = new long[FIRST];
    private ScriptType[] scripts = new ScriptType[FIRST];
    private int count;

    void add(long id, long value, long address, ScriptType script) {
      if (count == ids.length) {
        ids = Arrays.copyOf(ids, 2 * count);
        values = Arrays.copyOf(values, 2 * count);
        addresses = Arrays.copyOf(addresses, 2 * count);
        scripts = Arrays.copyOf(scripts, 2 * count);
      }
      ids[count] = id;
      values[count] = value;
      addresses[count] = address;
      scripts[count++] = script;
    }

    int checked(int place) {
      return Objects.checkIndex(place, count);
    }
  }

  StoredTransaction() {}

  /** The one that these rows hold. */
  static StoredTransaction of(
      BitcoinTransactionRow row,
      Iterator<BitcoinInputRow> inputs,
      Iterator<BitcoinOutputRow> outputs) {
    StoredTransaction transaction = new StoredTransaction();
    Head head = transaction.begin();
    head.id = row.txId();
    head.height = row.height();
    head.hash = row.hash();
    head.coinbase = row.coinbase();
    head.version = row.version();
    head.lockTime = row.lockTime();
    head.weight = row.weight();
    head.inputs = row.inputCount();
    head.outputs = row.outputCount();
    inputs.forEachRemaining(
        input ->
            transaction.addInput(
                known(input.outputId()),
                known(input.value()),
                known(input.addressId()),
                input.scriptType(),
                input.sequence(),
                input.signsAll()));
    outputs.forEachRemaining(
        output ->
            transaction.addOutput(
                output.outputId(), output.value(), known(output.addressId()), output.scriptType()));
    transaction.end();
    return transaction;
  }

  private static long known(@Nullable Long number) {
    return number == null ? UNKNOWN : number;
  }

  /** Begins the next one, of which the head is to be filled. */
  Head begin() {
    inputs.count = 0;
    outputs.count = 0;
    return head;
  }

  /**
   * Adds an input.
   *
   * @param script what the tables call it, null where it is not known
   */
  void addInput(
      long output,
      long value,
      long address,
      @Nullable String script,
      long sequence,
      boolean bindsAll) {
    int place = inputs.count;
    inputs.add(output, value, address, script == null ? ScriptType.NONSTANDARD : script(script));
    if (place == sequences.length) {
      sequences = Arrays.copyOf(sequences, 2 * place);
      signsAll = Arrays.copyOf(signsAll, 2 * place);
    }
    sequences[place] = sequence;
    signsAll[place] = bindsAll;
  }

  /**
   * Adds an output.
   *
   * @param script what the tables call it
   */
  void addOutput(long id, long value, long address, String script) {
    outputs.add(id, value, address, script(script));
  }

  /**
   * Checks that all inputs and outputs came.
   *
   * @throws DataInvalid where they did not
   */
  void end() {
    if (inputs.count != head.inputs || outputs.count != head.outputs) {
      throw new DataInvalid(
          "of "
              + head.inputs
              + " inputs and "
              + head.outputs
              + " outputs the tables hold "
              + inputs.count
              + " and "
              + outputs.count,
          "height " + head.height + ", tx " + head.hash,
          "run ringlight verify, or index again into an empty folder");
    }
  }

  private ScriptType script(String word) {
    ScriptType type = SCRIPTS.get(word);
    if (type == null) {
      throw new DataInvalid(
          "no kind of script: " + word,
          "height " + head.height + ", tx " + head.hash,
          "use the version of ringlight that wrote the tables");
    }
    return type;
  }

  /** Its id on the chain. */
  public TxHash hash() {
    return head.hash;
  }

  @Override
  public long id() {
    return head.id;
  }

  @Override
  public int height() {
    return Math.toIntExact(head.height);
  }

  @Override
  public boolean isCoinbase() {
    return head.coinbase;
  }

  @Override
  public int version() {
    return head.version;
  }

  @Override
  public long lockTime() {
    return head.lockTime;
  }

  @Override
  public long weight() {
    return head.weight;
  }

  @Override
  public int inputs() {
    return inputs.count;
  }

  @Override
  public long inputOutput(int input) {
    return inputs.ids[inputs.checked(input)];
  }

  @Override
  public long inputValue(int input) {
    return inputs.values[inputs.checked(input)];
  }

  @Override
  public long inputAddress(int input) {
    return inputs.addresses[inputs.checked(input)];
  }

  @Override
  public ScriptType inputScript(int input) {
    return inputs.scripts[inputs.checked(input)];
  }

  @Override
  public long inputSequence(int input) {
    return sequences[inputs.checked(input)];
  }

  @Override
  public boolean signsAll(int input) {
    return signsAll[inputs.checked(input)];
  }

  @Override
  public int outputs() {
    return outputs.count;
  }

  @Override
  public long outputId(int output) {
    return outputs.ids[outputs.checked(output)];
  }

  @Override
  public long outputValue(int output) {
    return outputs.values[outputs.checked(output)];
  }

  @Override
  public long outputAddress(int output) {
    return outputs.addresses[outputs.checked(output)];
  }

  @Override
  public ScriptType outputScript(int output) {
    return outputs.scripts[outputs.checked(output)];
  }
}
