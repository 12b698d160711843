package org.ringlight.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.TransactionRow;
import org.ringlight.protocol.OutputName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ringlight output}. */
@Command(
    name = "output",
    description = {
      "An output and every ring that holds it: the forward look-up.",
      "At most one of those rings spends it; which one, if any, the chain does not say.",
      "Outputs with the same public key have one key image: only one of them can ever be spent."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ringlight output 0:157450727",
      "  ringlight output --format json PUBLICKEY | jq '.rings | length'"
    })
final class OutputCommand extends LookUp {

  private static final String WITH_KEY =
      "SELECT output_id FROM xmr.outputs WHERE public_key = unhex(?) ORDER BY output_id";

  @Parameters(
      paramLabel = "SPACE:INDEX|PUBLICKEY",
      description = "Its place in an index space (0 for RingCT), or its one-time key.")
  AskedOutput output;

  @Override
  ObjectNode find(Tables tables) {
    ForwardLookUp chain = new ForwardLookUp(tables.chain());
    List<OutputRow> asked =
        output instanceof AskedOutput.Place place
            ? chain.named(place.name().indexSpace(), place.name().amountIndex())
            : withKey(tables, chain, output.toString());
    if (asked.isEmpty()) {
      return OlderOutput.find(tables, output).orElseThrow(() -> notFound("output", output));
    }
    List<OutputRow> alike = alike(tables, chain, asked);
    List<ForwardLookUp.Place> places = new ArrayList<>();
    asked.forEach(one -> places.addAll(chain.places(one)));
    ObjectNode found = JsonNodeFactory.instance.objectNode();
    found.put("public_key", asked.get(0).publicKey().toString());
    found.put(
        "outputs_with_this_key",
        alike.size() == 1 ? "1" : alike.size() + ", of which one can ever be spent");
    found.put("ring_count", places.size());
    found.set("outputs", outputs(chain, alike));
    found.set("rings", rings(places));
    found.put("pages_read", chain.pagesRead());
    return found;
  }

  /** Those asked for, and then the others with their key. */
  private List<OutputRow> alike(Tables tables, ForwardLookUp chain, List<OutputRow> asked) {
    if (output instanceof AskedOutput.Key) {
      return asked;
    }
    OutputRow first = asked.get(0);
    List<OutputRow> alike = new ArrayList<>(asked);
    for (OutputRow other : withKey(tables, chain, first.publicKey().toString())) {
      if (other.outputId() != first.outputId()) {
        alike.add(other);
      }
    }
    return alike;
  }

  private static List<OutputRow> withKey(Tables tables, ForwardLookUp chain, String key) {
    List<Long> ids = new ArrayList<>();
    for (JsonNode row : tables.rows(WITH_KEY, key)) {
      ids.add(row.get("output_id").asLong());
    }
    return chain.outputs(ids);
  }

  private static ArrayNode outputs(ForwardLookUp chain, List<OutputRow> outputs) {
    Map<Long, TransactionRow> transactions = chain.transactions(outputs);
    Map<Long, BlockRow> blocks = chain.blocks(outputs);
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    for (OutputRow output : outputs) {
      TransactionRow transaction = Objects.requireNonNull(transactions.get(output.txId()));
      rows.addObject()
          .put("output", name(output))
          .put("transaction", transaction.hash().toString())
          .put("height", output.height())
          .put("time", time(Objects.requireNonNull(blocks.get(output.height()))))
          .put("index_in_tx", output.indexInTx())
          .put("coinbase", transaction.coinbase())
          .put("value", output.value() == null ? null : Long.toUnsignedString(output.value()))
          .put("view_tag", output.viewTag());
    }
    return rows;
  }

  private static ArrayNode rings(List<ForwardLookUp.Place> places) {
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    for (ForwardLookUp.Place place : places) {
      rows.addObject()
          .put("output", name(place.output()))
          .put("key_image", place.ring().keyImage().toString())
          .put("transaction", place.transaction().hash().toString())
          .put("height", place.ring().height())
          .put("position", place.position())
          .put("ring_size", place.ring().members().length)
          .put("age_blocks", place.ring().height() - place.output().height());
    }
    return rows;
  }

  private static String name(OutputRow output) {
    return new OutputName(output.indexSpace(), output.amountIndex()).toString();
  }

  private static String time(BlockRow block) {
    return Instant.ofEpochSecond(block.timestamp()).toString();
  }
}
