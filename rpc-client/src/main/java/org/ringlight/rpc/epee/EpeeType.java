package org.ringlight.rpc.epee;

import org.jspecify.annotations.Nullable;

/**
 * The types of portable storage and the fewest bytes one element of each takes, which is what
 * bounds an array's count before anything is allocated for it.
 *
 * <p>Source: monero v0.18.3.4 {@code contrib/epee/include/storages/portable_storage_base.h} ({@code
 * SERIALIZE_TYPE_*}) and {@code portable_storage_from_bin.h} ({@code ps_min_bytes}).
 */
public enum EpeeType {
  INT64(1, 8),
  INT32(2, 4),
  INT16(3, 2),
  INT8(4, 1),
  UINT64(5, 8),
  UINT32(6, 4),
  UINT16(7, 2),
  UINT8(8, 1),
  DOUBLE(9, 8),
  STRING(10, 1),
  BOOL(11, 1),
  OBJECT(12, 1),
  ARRAY(13, 1);

  /** Set in a type byte that announces an array of the type in the other bits. */
  static final int ARRAY_FLAG = 0x80;

  private static final @Nullable EpeeType[] BY_CODE = byCode();

  final int code;
  final int fewestBytes;

  EpeeType(int code, int fewestBytes) {
    this.code = code;
    this.fewestBytes = fewestBytes;
  }

  private static @Nullable EpeeType[] byCode() {
    @Nullable EpeeType[] types = new @Nullable EpeeType[ARRAY_FLAG];
    for (EpeeType type : values()) {
      types[type.code] = type;
    }
    return types;
  }

  /** The type with this code, or null where there is none. */
  static @Nullable EpeeType of(int code) {
    return BY_CODE[code & ~ARRAY_FLAG];
  }
}
