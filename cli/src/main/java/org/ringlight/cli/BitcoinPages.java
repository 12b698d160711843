package org.ringlight.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.ringlight.protocol.TxHash;

/** Blocks and transactions of Bitcoin as {@code block} and {@code tx} show them. */
final class BitcoinPages {

  private static final String TRANSACTION =
      """
      SELECT 'bitcoin' AS chain, lhex(t.hash) AS hash, t.tx_id, t.height, t.index_in_block,
        strftime(make_timestamp(b.timestamp * 1000000), '%Y-%m-%dT%H:%M:%SZ') AS time,
        t.coinbase, t.version, t.lock_time, t.fee, t.bytes, t.weight,
        round(t.fee / ceil(t.weight / 4), 1) AS fee_per_vbyte
      FROM btc.transactions t JOIN btc.blocks b USING (height) WHERE t.hash = unhex(?)
      ORDER BY t.tx_id DESC LIMIT 1\
      """;

  private static final String INPUTS =
      """
      SELECT i.input_index AS input, lhex(i.prev_tx_hash) || ':' || i.prev_index AS spends, i.value,
        a.address, i.script_type, i.sequence
      FROM btc.inputs i LEFT JOIN btc.addresses a USING (address_id)
      WHERE i.tx_id = ? ORDER BY i.input_index\
      """;

  private static final String OUTPUTS =
      """
      SELECT o.index_in_tx AS index, o.value, a.address, o.script_type
      FROM btc.outputs o LEFT JOIN btc.addresses a USING (address_id)
      WHERE o.tx_id = ? ORDER BY o.index_in_tx\
      """;

  private static final String BLOCK =
      """
      SELECT 'bitcoin' AS chain, height, lhex(hash) AS hash, lhex(prev_hash) AS previous,
        strftime(make_timestamp(timestamp * 1000000), '%Y-%m-%dT%H:%M:%SZ') AS time, timestamp,
        version, bits, nonce, bytes, weight, reward
      FROM btc.blocks\
      """;

  private static final String TRANSACTIONS =
      """
      SELECT index_in_block AS index, lhex(hash) AS hash, coinbase, input_count AS inputs,
        output_count AS outputs, fee, bytes, weight
      FROM btc.transactions WHERE height = ? ORDER BY index_in_block\
      """;

  private final Tables tables;

  BitcoinPages(Tables tables) {
    this.tables = tables;
  }

  /** The transaction with its inputs and outputs; of two with one id (BIP 30) the later. */
  Optional<ObjectNode> transaction(TxHash hash) {
    return first(tables.rows(TRANSACTION, hash.toString()))
        .map(
            transaction -> {
              long id = transaction.get("tx_id").asLong();
              transaction.set("inputs", tables.rows(INPUTS, id));
              transaction.set("outputs", tables.rows(OUTPUTS, id));
              return transaction;
            });
  }

  /** The block with its transactions. */
  Optional<ObjectNode> block(BlockName which) {
    return first(which.rows(tables, BLOCK))
        .map(
            block -> {
              long height = block.get("height").asLong();
              block.set("transactions", tables.rows(TRANSACTIONS, height));
              return block;
            });
  }

  private static Optional<ObjectNode> first(ArrayNode rows) {
    return rows.isEmpty() ? Optional.empty() : Optional.of((ObjectNode) rows.get(0));
  }
}
