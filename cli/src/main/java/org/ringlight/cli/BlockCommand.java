package org.ringlight.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ringlight block}. */
@Command(
    name = "block",
    description = "A block and its transactions, of Monero or of Bitcoin.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ringlight block 100",
      "  ringlight block --format json HASH",
      "  ringlight block --chain bitcoin 170"
    })
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

  @Option(
      names = "--chain",
      paramLabel = "monero|bitcoin",
      description = "Of which chain. Default: the one that has it, Monero first.")
  @Nullable Chain chain;

  @Override
  ObjectNode find(Tables tables) {
    Optional<ObjectNode> monero = chain == Chain.BITCOIN ? Optional.empty() : monero(tables);
    return monero
        .or(() -> chain == Chain.MONERO ? Optional.empty() : new BitcoinPages(tables).block(which))
        .orElseThrow(() -> notFound("block", which));
  }

  private Optional<ObjectNode> monero(Tables tables) {
    ArrayNode found = which.rows(tables, BLOCK);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode block = (ObjectNode) found.get(0);
    block.set("transactions", tables.rows(TRANSACTIONS, block.get("height").asLong()));
    return Optional.of(block);
  }
}
