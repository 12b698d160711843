package org.ringlight.rpc.recording;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.ringlight.protocol.TxHash;
import org.ringlight.rpc.UnverifiedBlock;

/**
 * One block of a recording.
 *
 * @param header as the node gave it
 * @param pruned its pruned transactions with the prunable hashes that pages of monerod lack
 * @param hashes of its transactions, without the coinbase
 * @param prunableParts one for each transaction, empty where the recording is pruned
 */
record RecordedBlock(
    JsonNode header, UnverifiedBlock pruned, List<TxHash> hashes, List<byte[]> prunableParts) {

  boolean isWhole() {
    return prunableParts.size() == hashes.size();
  }
}
