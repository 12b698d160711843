package org.ringlight.truth.era;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ringlight.protocol.Input;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.Output;
import org.ringlight.protocol.PublicKey;
import org.ringlight.protocol.Transaction;
import org.ringlight.protocol.TransactionPrefix;
import org.ringlight.protocol.TransactionV1;
import org.ringlight.protocol.TransactionV2;
import org.ringlight.protocol.TxHash;
import org.ringlight.protocol.hash.TransactionHashes;
import org.ringlight.protocol.rules.Network;
import org.ringlight.protocol.wire.TransactionDecoder;
import org.ringlight.truth.TrueSpend;

/** A chain made in memory, its transactions read back from their bytes by the decoders. */
final class MadeChain {

  /** A transaction as decoded, and what was planned. */
  record Made(int height, int hardFork, TxHash hash, Transaction decoded, Draft draft) {

    TransactionPrefix prefix() {
      return prefixOf(decoded);
    }

    List<Input.ToKey> rings() {
      return prefix().inputs().stream().map(Input.ToKey.class::cast).toList();
    }
  }

  /** An output of the chain. */
  record MadeOutput(int height, PublicKey key, boolean coinbase, long unlockTime) {}

  final List<Made> transactions = new ArrayList<>();
  final List<TrueSpend> spends = new ArrayList<>();
  final Map<Long, List<MadeOutput>> outputs = new HashMap<>();
  final Map<KeyImage, TrueSpend> spendOf = new HashMap<>();

  /** Told of each transaction when the outputs of the blocks below are known. */
  interface Visitor {
    void visit(Made made, MadeChain below);
  }

  static MadeChain of(EraOptions options, int branch, Visitor visitor) {
    MadeChain chain = new MadeChain();
    Branch made = Branch.of(options).get(branch);
    Planner planner = new Planner(options, made);
    BlockMaker maker = new BlockMaker(options, made);
    Transaction genesis = Network.FAKECHAIN.genesis().minerTransaction();
    planner.genesis(prefixOf(genesis).outputs().get(0).amount());
    chain.append(0, prefixOf(genesis));
    for (int height = 1; height < options.blocks(); height++) {
      chain.add(maker.make(planner.plan(height)), visitor);
    }
    return chain;
  }

  private void add(BlockMaker.MadeBlock block, Visitor visitor) {
    Planner.BlockPlan plan = block.plan();
    for (TrueSpend spend : plan.spends()) {
      spends.add(spend);
      if (spendOf.put(spend.keyImage(), spend) != null) {
        throw new AssertionError("spent twice: " + spend);
      }
    }
    List<Made> made = new ArrayList<>();
    for (int i = 0; i < block.transactions().size(); i++) {
      BlockMaker.MadeTransaction encoded = block.transactions().get(i);
      byte[] bytes = new byte[encoded.size()];
      System.arraycopy(encoded.head(), 0, bytes, 0, encoded.head().length);
      encoded.tail().copyTo(bytes, encoded.head().length);
      Transaction decoded = TransactionDecoder.full(bytes);
      TxHash hash = encoded.hash();
      if (!TransactionHashes.of(decoded).orElseThrow().equals(hash)) {
        throw new AssertionError("tx " + hash + " does not hash to its id");
      }
      made.add(new Made(plan.height(), plan.hardFork(), hash, decoded, plan.drafts().get(i)));
    }
    made.forEach(tx -> visitor.visit(tx, this));
    append(plan.height(), prefixOf(block.coinbase()));
    made.forEach(tx -> append(plan.height(), tx.prefix()));
    transactions.addAll(made);
  }

  private void append(int height, TransactionPrefix prefix) {
    for (Output output : prefix.outputs()) {
      long space = prefix.version() == 2 && prefix.coinbase() ? 0 : output.amount();
      outputs
          .computeIfAbsent(space, unused -> new ArrayList<>())
          .add(new MadeOutput(height, output.key(), prefix.coinbase(), prefix.unlockTime()));
    }
  }

  List<MadeOutput> space(long amount) {
    return outputs.getOrDefault(amount, List.of());
  }

  static TransactionPrefix prefixOf(Transaction transaction) {
    return transaction instanceof TransactionV1 v1
        ? v1.prefix()
        : ((TransactionV2) transaction).prefix();
  }
}
