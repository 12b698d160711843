package org.ringlight.analytics.bitcoin.read;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
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

  private static final Map<String, ScriptType> SCRIPTS = new HashMap<>();

  static {
    for (ScriptType type : EnumSet.allOf(ScriptType.class)) {
      SCRIPTS.put(type.word(), type);
    }
  }

  private @Nullable BitcoinTransactionRow row;
  private BitcoinInputRow[] inputs = new BitcoinInputRow[4];
  private BitcoinOutputRow[] outputs = new BitcoinOutputRow[4];
  private ScriptType[] inputScripts = new ScriptType[4];
  private ScriptType[] outputScripts = new ScriptType[4];
  private int inputCount;
  private int outputCount;

  StoredTransaction() {}

  void begin(BitcoinTransactionRow next) {
    row = next;
    inputCount = 0;
    outputCount = 0;
  }

  void add(BitcoinInputRow input) {
    if (inputCount == inputs.length) {
      inputs = Arrays.copyOf(inputs, 2 * inputCount);
      inputScripts = Arrays.copyOf(inputScripts, 2 * inputCount);
    }
    String script = input.scriptType();
    inputScripts[inputCount] = script == null ? ScriptType.NONSTANDARD : script(script);
    inputs[inputCount++] = input;
  }

  void add(BitcoinOutputRow output) {
    if (outputCount == outputs.length) {
      outputs = Arrays.copyOf(outputs, 2 * outputCount);
      outputScripts = Arrays.copyOf(outputScripts, 2 * outputCount);
    }
    outputScripts[outputCount] = script(output.scriptType());
    outputs[outputCount++] = output;
  }

  /**
   * Checks that all inputs and outputs came.
   *
   * @throws DataInvalid where they did not
   */
  void end() {
    if (inputCount != row().inputCount() || outputCount != row().outputCount()) {
      throw new DataInvalid(
          "of "
              + row().inputCount()
              + " inputs and "
              + row().outputCount()
              + " outputs the tables hold "
              + inputCount
              + " and "
              + outputCount,
          "height " + row().height() + ", tx " + row().hash(),
          "run ringlight verify, or index again into an empty folder");
    }
  }

  private ScriptType script(String word) {
    ScriptType type = SCRIPTS.get(word);
    if (type == null) {
      throw new DataInvalid(
          "no kind of script: " + word,
          "height " + row().height() + ", tx " + row().hash(),
          "use the version of ringlight that wrote the tables");
    }
    return type;
  }

  private BitcoinTransactionRow row() {
    return Objects.requireNonNull(row);
  }

  /** Its id on the chain. */
  public TxHash hash() {
    return row().hash();
  }

  /** What its block says of it: its row. */
  public BitcoinTransactionRow stored() {
    return row();
  }

  @Override
  public long id() {
    return row().txId();
  }

  @Override
  public int height() {
    return Math.toIntExact(row().height());
  }

  @Override
  public boolean isCoinbase() {
    return row().coinbase();
  }

  @Override
  public int version() {
    return row().version();
  }

  @Override
  public long lockTime() {
    return row().lockTime();
  }

  @Override
  public long weight() {
    return row().weight();
  }

  @Override
  public int inputs() {
    return inputCount;
  }

  @Override
  public long inputOutput(int input) {
    return known(input(input).outputId());
  }

  @Override
  public long inputValue(int input) {
    return known(input(input).value());
  }

  @Override
  public long inputAddress(int input) {
    return known(input(input).addressId());
  }

  @Override
  public ScriptType inputScript(int input) {
    return inputScripts[Objects.checkIndex(input, inputCount)];
  }

  @Override
  public long inputSequence(int input) {
    return input(input).sequence();
  }

  @Override
  public boolean signsAll(int input) {
    return input(input).signsAll();
  }

  @Override
  public int outputs() {
    return outputCount;
  }

  @Override
  public long outputId(int output) {
    return output(output).outputId();
  }

  @Override
  public long outputValue(int output) {
    return output(output).value();
  }

  @Override
  public long outputAddress(int output) {
    return known(output(output).addressId());
  }

  @Override
  public ScriptType outputScript(int output) {
    return outputScripts[Objects.checkIndex(output, outputCount)];
  }

  private BitcoinInputRow input(int input) {
    return inputs[Objects.checkIndex(input, inputCount)];
  }

  private BitcoinOutputRow output(int output) {
    return outputs[Objects.checkIndex(output, outputCount)];
  }

  private static long known(@Nullable Long number) {
    return number == null ? UNKNOWN : number;
  }
}
