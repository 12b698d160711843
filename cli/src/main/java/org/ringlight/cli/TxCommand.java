package org.ringlight.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.ringlight.protocol.TxHash;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ringlight tx}. */
@Command(
    name = "tx",
    description =
        "A transaction: of Monero its rings and outputs, of Bitcoin its inputs and outputs.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ringlight tx HASH",
      "  ringlight tx --format json HASH | jq '.rings[].key_image'",
      "  ringlight tx --format json HASH | jq '.inputs[].address'"
    })
final class TxCommand extends LookUp {

  private static final String TRANSACTION =
      """
      SELECT lower(hex(t.hash)) AS hash, t.tx_id, t.height, t.index_in_block,
        strftime(make_timestamp(b.timestamp * 1000000), '%Y-%m-%dT%H:%M:%SZ') AS time,
        t.coinbase, t.version, t.rct_type, t.unlock_time, t.fee,
        xmr(t.fee) AS fee_xmr, t.weight,
        round(t.fee / t.weight, 1) AS fee_per_byte,
        lower(hex(t.payment_id)) AS payment_id, t.payment_id_kind, lower(hex(t.extra)) AS extra
      FROM xmr.transactions t JOIN xmr.blocks b USING (height) WHERE t.hash = unhex(?)\
      """;

  private static final String RINGS =
      """
      SELECT input_index AS input, lower(hex(key_image)) AS key_image, len(members) AS ring_size,
        index_space, members
      FROM xmr.rings WHERE tx_id = ? ORDER BY input_index\
      """;

  private static final String OUTPUTS =
      """
      SELECT index_in_tx AS index, index_space || ':' || amount_index AS output,
        lower(hex(public_key)) AS public_key, value, view_tag
      FROM xmr.outputs WHERE tx_id = ? ORDER BY index_in_tx\
      """;

  @Parameters(paramLabel = "HASH", description = "The transaction's id.")
  TxHash hash;

  @Override
  ObjectNode find(Tables tables) {
    ArrayNode found = tables.rows(TRANSACTION, hash.toString());
    if (found.isEmpty()) {
      return new BitcoinPages(tables)
          .transaction(hash)
          .orElseThrow(() -> notFound("transaction", hash));
    }
    ObjectNode transaction = (ObjectNode) found.get(0);
    long id = transaction.get("tx_id").asLong();
    transaction.set("rings", tables.rows(RINGS, id));
    transaction.set("outputs", tables.rows(OUTPUTS, id));
    return transaction;
  }
}
