package org.ringlight.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.ringlight.protocol.BlockHash;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ringlight block}. */
@Command(
    name = "block",
    description = "A block and its transactions.",
    footerHeading = "%nExamples:%n",
    footer = {"  ringlight block 100", "  ringlight block --format json HASH"})
final class BlockCommand extends LookUp {

  private static final String BLOCK =
      """
      SELECT height, lower(hex(hash)) AS hash, lower(hex(prev_hash)) AS previous,
        strftime(make_timestamp(timestamp * 1000000), '%Y-%m-%dT%H:%M:%SZ') AS time, timestamp,
        major, minor, nonce, weight, difficulty, reward,
        xmr(reward) AS reward_xmr
      FROM xmr.blocks\
      """;

  private static final String TRANSACTIONS =
      """
      SELECT index_in_block AS index, lower(hex(hash)) AS hash, coinbase, rct_type,
        input_count AS inputs, output_count AS outputs, fee, weight
      FROM xmr.transactions WHERE height = ? ORDER BY index_in_block\
      """;

  @Parameters(paramLabel = "HEIGHT|HASH", description = "Its height or its id.")
  BlockName which;

  @Override
  ObjectNode find(Tables tables) {
    ArrayNode found = rows(tables);
    if (found.isEmpty()) {
      throw notFound("block", which);
    }
    ObjectNode block = (ObjectNode) found.get(0);
    block.set("transactions", tables.rows(TRANSACTIONS, block.get("height").asLong()));
    return block;
  }

  private ArrayNode rows(Tables tables) {
    if (which instanceof BlockName.Height byHeight) {
      return tables.rows(BLOCK + " WHERE height = ?", byHeight.height());
    }
    BlockHash id = ((BlockName.Id) which).hash();
    return tables.rows(BLOCK + " WHERE hash = unhex(?)", id.toString());
  }
}
