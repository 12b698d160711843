package org.ringlight.rpc.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ringlight.protocol.Commitment;
import org.ringlight.protocol.Output;
import org.ringlight.protocol.OutputName;
import org.ringlight.protocol.RingCtType;
import org.ringlight.protocol.Transaction;
import org.ringlight.protocol.TransactionPrefix;
import org.ringlight.protocol.TransactionV1;
import org.ringlight.protocol.TransactionV2;
import org.ringlight.protocol.TxHash;
import org.ringlight.protocol.rules.Unlock;
import org.ringlight.protocol.wire.DecodedTransaction;
import org.ringlight.rpc.FetchedOutput;
import org.ringlight.rpc.http.OutputsRequest;
import org.ringlight.rpc.http.OutputsWriter;
import org.ringlight.rpc.http.PageWriter;

/**
 * {@code get_outs.bin} and {@code get_output_histogram} answered from a recording: from its blocks
 * and the output indices recorded with them. Read when first asked; safe for several threads.
 */
final class RecordedOutputs {

  private final RecordedChain chain;
  private final Map<OutputName, FetchedOutput> outputs = new HashMap<>();
  private final Map<Long, Long> counts = new HashMap<>();
  private boolean read;

  RecordedOutputs(RecordedChain chain) {
    this.chain = chain;
  }

  synchronized byte[] answer(OutputsRequest request) {
    readOnce();
    List<FetchedOutput> found = new ArrayList<>();
    for (OutputName name : request.outputs()) {
      FetchedOutput output = outputs.get(name);
      if (output == null) {
        return PageWriter.failed();
      }
      found.add(output);
    }
    return OutputsWriter.write(found);
  }

  synchronized JsonNode histogram(JsonNode params) {
    readOnce();
    ObjectNode answer = RecordedMethods.ok();
    ArrayNode entries = answer.putArray("histogram");
    for (JsonNode asked : params.path("amounts")) {
      BigInteger amount = asked.bigIntegerValue();
      entries
          .addObject()
          .put("amount", amount)
          .put("recent_instances", 0)
          .put("total_instances", counts.getOrDefault(amount.longValue(), 0L))
          .put("unlocked_instances", 0);
    }
    return answer;
  }

  private void readOnce() {
    if (read) {
      return;
    }
    for (int height = 0; height < chain.blocks().size(); height++) {
      RecordedBlock block = chain.blocks().get(height);
      byte[] coinbase = BlockParts.coinbase(block.pruned().blob(), block.hashes().size());
      TxHash miner = TxHash.parse(block.header().path("miner_tx_hash").asText());
      add(height, miner, coinbase, block.pruned().outputIndices().get(0));
      for (int i = 0; i < block.hashes().size(); i++) {
        byte[] blob = block.pruned().transactions().get(i).blob();
        add(height, block.hashes().get(i), blob, block.pruned().outputIndices().get(i + 1));
      }
    }
    read = true;
  }

  private void add(int height, TxHash hash, byte[] pruned, long[] indices) {
    Transaction transaction = DecodedTransaction.pruned(pruned, null).transaction();
    if (transaction instanceof TransactionV1 clear) {
      add(height, hash, clear.prefix(), List.of(), indices);
    } else if (transaction instanceof TransactionV2 hidden) {
      boolean coinbase = hidden.base().type() == RingCtType.NULL;
      List<Commitment> commitments = coinbase ? List.of() : hidden.base().commitments();
      add(height, hash, hidden.prefix(), commitments, indices);
    }
  }

  private void add(
      int height, TxHash hash, TransactionPrefix prefix, List<Commitment> hidden, long[] indices) {
    for (int i = 0; i < Math.min(indices.length, prefix.outputs().size()); i++) {
      Output output = prefix.outputs().get(i);
      long space = prefix.version() == 1 ? output.amount() : 0;
      OutputName name = new OutputName(space, indices[i]);
      Commitment commitment = hidden.isEmpty() ? ZeroCommitment.to(output.amount()) : hidden.get(i);
      outputs.put(
          name,
          new FetchedOutput(
              name, output.key(), commitment, height, hash, unlocked(prefix.unlockTime())));
      counts.merge(space, 1L, Long::sum);
    }
  }

  /** Whether it is at the recorded tip, whose block's timestamp stands for the time. */
  private boolean unlocked(long unlockTime) {
    JsonNode tip = chain.blocks().get(chain.blocks().size() - 1).header();
    return Unlock.spendable(
        unlockTime,
        chain.blocks().size(),
        tip.path("timestamp").asLong(),
        tip.path("major_version").asInt());
  }
}
