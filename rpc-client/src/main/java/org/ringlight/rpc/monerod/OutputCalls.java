package org.ringlight.rpc.monerod;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ringlight.failure.DataInvalid;
import org.ringlight.protocol.OutputName;
import org.ringlight.rpc.FetchedOutput;
import org.ringlight.rpc.http.BulkPath;
import org.ringlight.rpc.http.JsonCalls;

/**
 * Outputs by their names. monerod fails a whole request for one output that it does not have and
 * does not say which; how many there are of each amount tells.
 *
 * <p>Source: monero v0.18.3.4 {@code src/rpc/core_rpc_server.cpp} ({@code on_get_outs_bin}, {@code
 * on_get_output_histogram}), {@code src/cryptonote_core/blockchain.cpp} ({@code get_outs}).
 */
final class OutputCalls {

  /** Restricted ports refuse more ({@code MAX_RESTRICTED_GLOBAL_FAKE_OUTS_COUNT}). */
  static final int AT_ONCE = 5000;

  private final String node;
  private final BulkPath bulk;
  private final JsonCalls calls;

  OutputCalls(String node, BulkPath bulk, JsonCalls calls) {
    this.node = node;
    this.bulk = bulk;
    this.calls = calls;
  }

  List<FetchedOutput> fetch(List<OutputName> names) {
    List<FetchedOutput> found = new ArrayList<>(names.size());
    for (int first = 0; first < names.size(); first += AT_ONCE) {
      found.addAll(some(names.subList(first, Math.min(names.size(), first + AT_ONCE))));
    }
    return List.copyOf(found);
  }

  private List<FetchedOutput> some(List<OutputName> asked) {
    Optional<List<FetchedOutput>> all = bulk.outputs(asked);
    if (all.isPresent()) {
      return all.get();
    }
    Map<Long, Long> counts = counts(asked);
    List<OutputName> there =
        asked.stream()
            .filter(
                name ->
                    Long.compareUnsigned(
                            name.amountIndex(), counts.getOrDefault(name.indexSpace(), 0L))
                        < 0)
            .toList();
    if (there.isEmpty()) {
      return List.of();
    }
    return bulk.outputs(there)
        .orElseThrow(
            () ->
                new DataInvalid(
                    "the node counts outputs that it does not give",
                    node + " get_outs.bin, " + there.size() + " from " + there.get(0),
                    "try again if its chain just changed, else look into its log"));
  }

  /** How many outputs the node has of each amount asked for. */
  private Map<Long, Long> counts(List<OutputName> asked) {
    Map<Long, Long> counts = new HashMap<>();
    asked.forEach(name -> counts.put(name.indexSpace(), 0L));
    List<BigInteger> amounts =
        counts.keySet().stream()
            .map(amount -> new BigInteger(Long.toUnsignedString(amount)))
            .toList();
    String subject = "of " + amounts.size() + " amounts";
    JsonNode answer =
        calls.method("get_output_histogram", Map.of("amounts", amounts), subject).result();
    for (JsonNode entry : answer.path("histogram")) {
      JsonFields fields = new JsonFields(entry, node + " get_output_histogram");
      counts.computeIfPresent(
          fields.unsigned("amount"), (amount, none) -> fields.count("total_instances"));
    }
    return counts;
  }
}
