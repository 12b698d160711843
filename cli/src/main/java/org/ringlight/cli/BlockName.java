package org.ringlight.cli;

import org.ringlight.protocol.BlockHash;

/** A block as it is named on the command line: by its height or by its id. */
sealed interface BlockName {

  /** By height. */
  record Height(long height) implements BlockName {
    @Override
    public String toString() {
      return "height " + height;
    }
  }

  /** By id. */
  record Id(BlockHash hash) implements BlockName {
    @Override
    public String toString() {
      return hash.toString();
    }
  }

  static BlockName parse(String typed) throws Exception {
    return typed.matches("[0-9]{1,18}")
        ? new Height(Long.parseLong(typed))
        : new Id(Typing.hex("a height, nor a block hash", BlockHash::parse).convert(typed));
  }
}
