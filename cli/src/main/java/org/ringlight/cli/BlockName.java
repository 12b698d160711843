package org.ringlight.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
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

  /** The rows of blocks that {@code select} has of it. */
  default ArrayNode rows(Tables tables, String select) {
    if (this instanceof Height byHeight) {
      return tables.rows(select + " WHERE height = ?", byHeight.height());
    }
    return tables.rows(select + " WHERE hash = unhex(?)", toString());
  }

  static BlockName parse(String typed) {
    return typed.matches("[0-9]{1,18}")
        ? new Height(Long.parseLong(typed))
        : new Id(Typing.hex("a height, nor a block hash", BlockHash::parse).apply(typed));
  }
}
