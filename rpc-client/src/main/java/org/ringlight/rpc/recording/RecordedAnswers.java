package org.ringlight.rpc.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.ringlight.failure.DataInvalid;
import org.ringlight.protocol.BlockHash;
import org.ringlight.rpc.ChainPage;
import org.ringlight.rpc.FetchedTransaction;
import org.ringlight.rpc.PageForm;
import org.ringlight.rpc.UnverifiedBlock;
import org.ringlight.rpc.UnverifiedTransaction;
import org.ringlight.rpc.http.OutputsRequest;
import org.ringlight.rpc.http.PageRequest;
import org.ringlight.rpc.http.PageWriter;

/** Paths to answers: what a monerod with the recorded chain would say. */
final class RecordedAnswers {

  private final RecordedChain chain;
  private final RecordedOutputs outputs;
  private final RecordedMethods methods;
  private final RecordedTransactions transactions;
  private final int blocksAtOnce;

  RecordedAnswers(Recording recording, int blocksAtOnce) {
    this.chain = new RecordedChain(recording);
    this.outputs = new RecordedOutputs(chain);
    this.methods = new RecordedMethods(chain, outputs);
    this.transactions = new RecordedTransactions(chain);
    this.blocksAtOnce = blocksAtOnce;
  }

  /** The answer to a request's body at a path; an empty body is an empty JSON object. */
  Reply answer(String path, byte[] request) {
    try {
      return switch (path) {
        case "/get_blocks.bin", "/getblocks.bin" -> page(PageRequest.read(request));
        case "/get_outs.bin" -> Reply.binary(outputs.answer(OutputsRequest.read(request)));
        case "/json_rpc" -> Reply.json(methods.answer(json(request)));
        case "/get_info", "/getinfo" -> Reply.json(chain.answer("get_info.json"));
        case "/get_height", "/getheight" -> Reply.json(height());
        case "/get_transaction_pool" -> Reply.json(chain.answer("get_transaction_pool.json"));
        case "/get_transaction_pool_hashes" -> Reply.json(poolHashes());
        case "/get_transactions", "/gettransactions" ->
            Reply.json(transactions.transactions(json(request)));
        case "/is_key_image_spent" -> Reply.json(transactions.keyImages(json(request)));
        default -> Reply.empty(404);
      };
    } catch (DataInvalid | IOException e) {
      return Reply.empty(400); // as monerod answers to what it cannot read
    }
  }

  private static JsonNode json(byte[] request) throws IOException {
    return request.length == 0
        ? RecordedChain.JSON.createObjectNode()
        : RecordedChain.JSON.readTree(request);
  }

  private JsonNode height() {
    int top = chain.blocks().size() - 1;
    return RecordedMethods.ok()
        .put("height", top + 1)
        .put("hash", chain.blocks().get(top).header().path("hash").asText());
  }

  private JsonNode poolHashes() {
    ObjectNode answer = RecordedMethods.ok();
    JsonNode waiting = chain.answer("get_transaction_pool.json").path("transactions");
    if (!waiting.isEmpty()) {
      ArrayNode hashes = answer.putArray("tx_hashes");
      waiting.forEach(transaction -> hashes.add(transaction.path("id_hash").asText()));
    }
    return answer;
  }

  private Reply page(PageRequest request) {
    int height = chain.blocks().size();
    boolean otherChain =
        request
            .genesis()
            .map(genesis -> !Integer.valueOf(0).equals(chain.heights().get(genesis)))
            .orElse(false);
    if (request.startHeight() >= height || otherChain) {
      return Reply.binary(PageWriter.failed());
    }
    int start = (int) request.startHeight();
    List<RecordedBlock> asked =
        chain.blocks().subList(start, (int) Math.min(height, (long) start + blocksAtOnce));
    if (request.form() == PageForm.FULL && !asked.stream().allMatch(RecordedBlock::isWhole)) {
      return Reply.binary(PageWriter.failed());
    }
    List<UnverifiedBlock> blocks = new ArrayList<>();
    for (RecordedBlock block : asked) {
      blocks.add(request.form() == PageForm.FULL ? whole(block) : block.pruned());
    }
    return Reply.binary(PageWriter.write(new ChainPage(start, height, blocks), request.form()));
  }

  private static UnverifiedBlock whole(RecordedBlock block) {
    List<UnverifiedTransaction> transactions = new ArrayList<>();
    for (int i = 0; i < block.hashes().size(); i++) {
      byte[] pruned = block.pruned().transactions().get(i).blob();
      byte[] blob = FetchedTransaction.joined(pruned, block.prunableParts().get(i));
      transactions.add(new UnverifiedTransaction(blob, null));
    }
    return new UnverifiedBlock(block.pruned().blob(), transactions, block.pruned().outputIndices());
  }

  /** The id of the recorded block at a height. */
  BlockHash hashAt(int height) {
    return BlockHash.parse(chain.blocks().get(height).header().path("hash").asText());
  }
}
