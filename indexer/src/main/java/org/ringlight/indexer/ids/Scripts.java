package org.ringlight.indexer.ids;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringlight.protocol.bitcoin.ScriptType;

/** What the maps of ids know of scripts. */
public final class Scripts {

  private static final int OP_RETURN = 0x6a;

  /** Longer scripts cannot be run (Bitcoin Core, {@code MAX_SCRIPT_SIZE}). */
  private static final int LONGEST = 10_000;

  private static final List<ScriptType> TYPES = List.of(ScriptType.values());
  private static final Map<ScriptType, Integer> CODES = codes();

  private Scripts() {}

  private static Map<ScriptType, Integer> codes() {
    Map<ScriptType, Integer> codes = new EnumMap<>(ScriptType.class);
    for (ScriptType type : TYPES) {
      codes.put(type, codes.size());
    }
    return codes;
  }

  /** A number below 16 for each kind. */
  static int code(ScriptType type) {
    return Objects.requireNonNull(CODES.get(type));
  }

  static ScriptType ofCode(int code) {
    return TYPES.get(code);
  }

  /**
   * The kind that tables write so.
   *
   * @throws IllegalArgumentException where there is none
   */
  public static ScriptType ofWord(String word) {
    for (ScriptType type : TYPES) {
      if (type.word().equals(word)) {
        return type;
      }
    }
    throw new IllegalArgumentException("no script type: " + word);
  }

  /**
   * Whether an output with this script can ever be spent (Bitcoin Core, {@code
   * CScript::IsUnspendable}); the one of genesis cannot either.
   *
   * @param script null where an address says all of it
   */
  public static boolean isSpendable(long height, byte @Nullable [] script) {
    return height > 0
        && (script == null
            || (script.length <= LONGEST && (script.length == 0 || script[0] != OP_RETURN)));
  }
}
