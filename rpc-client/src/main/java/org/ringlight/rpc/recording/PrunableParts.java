package org.ringlight.rpc.recording;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringlight.protocol.Bytes32;
import org.ringlight.protocol.Hash;
import org.ringlight.protocol.TxHash;
import org.ringlight.rpc.FetchedTransaction;
import org.ringlight.rpc.PageForm;
import org.ringlight.rpc.epee.EpeeReader;
import org.ringlight.rpc.epee.EpeeWriter;

/**
 * What monerod leaves out of pruned pages, for the transactions of one page in its order: their
 * hashes, the hashes of their prunable parts (zero for version 1), and, in a full recording, those
 * parts. Stored as one portable storage of {@code hashes}, {@code prunable} and {@code
 * prunable_hashes}.
 *
 * @param parts empty where the recording is pruned
 */
record PrunableParts(List<TxHash> hashes, List<@Nullable Hash> prunableHashes, List<byte[]> parts) {

  static PrunableParts of(List<FetchedTransaction> transactions, PageForm form) {
    List<@Nullable Hash> hashes = new ArrayList<>();
    transactions.forEach(transaction -> hashes.add(transaction.prunableHash()));
    return new PrunableParts(
        transactions.stream().map(FetchedTransaction::asked).toList(),
        hashes,
        form == PageForm.FULL
            ? transactions.stream().map(FetchedTransaction::prunable).toList()
            : List.of());
  }

  byte[] toBytes() {
    int count = hashes.size();
    byte[] ids = new byte[count * Bytes32.LENGTH];
    byte[] prunable = new byte[count * Bytes32.LENGTH];
    for (int i = 0; i < count; i++) {
      hashes.get(i).copyTo(ids, i * Bytes32.LENGTH);
      Hash hash = prunableHashes.get(i);
      if (hash != null) {
        hash.copyTo(prunable, i * Bytes32.LENGTH);
      }
    }
    EpeeWriter out = new EpeeWriter(parts.isEmpty() ? 2 : 3);
    out.string("hashes", ids);
    if (!parts.isEmpty()) {
      out.strings("prunable", parts);
    }
    out.string("prunable_hashes", prunable);
    return out.toBytes();
  }

  static PrunableParts read(byte[] bytes) {
    EpeeReader in = new EpeeReader(bytes, bytes.length);
    byte[] ids = new byte[0];
    byte[] prunable = new byte[0];
    List<byte[]> parts = new ArrayList<>();
    int entries = in.section();
    for (int i = 0; i < entries; i++) {
      in.entry();
      if (in.named("hashes")) {
        ids = in.string();
      } else if (in.named("prunable_hashes")) {
        prunable = in.string();
      } else if (in.named("prunable")) {
        int count = in.array(org.ringlight.rpc.epee.EpeeType.STRING);
        for (int k = 0; k < count; k++) {
          parts.add(in.stringElement());
        }
      } else {
        in.skip();
      }
    }
    in.finish();
    int count = ids.length / Bytes32.LENGTH;
    if (prunable.length != ids.length || !(parts.isEmpty() || parts.size() == count)) {
      throw in.invalid("not one prunable part for each transaction");
    }
    List<TxHash> hashes = new ArrayList<>(count);
    List<@Nullable Hash> prunableHashes = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      hashes.add(TxHash.at(ids, i * Bytes32.LENGTH));
      Hash hash = Hash.at(prunable, i * Bytes32.LENGTH);
      prunableHashes.add(hash.equals(Hash.of(new byte[Bytes32.LENGTH])) ? null : hash);
    }
    return new PrunableParts(hashes, prunableHashes, parts);
  }
}
