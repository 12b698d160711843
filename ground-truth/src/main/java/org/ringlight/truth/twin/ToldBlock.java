package org.ringlight.truth.twin;

import java.util.List;
import org.ringlight.lake.table.BlockRow;

/**
 * A block of a told chain.
 *
 * @param transactions in order, the coinbase first
 */
record ToldBlock(BlockRow row, List<ToldTransaction> transactions) {

  ToldBlock {
    transactions = List.copyOf(transactions);
  }
}
