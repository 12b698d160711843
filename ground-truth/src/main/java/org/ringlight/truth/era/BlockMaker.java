package org.ringlight.truth.era;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.BlockHeader;
import org.ringlight.protocol.Bytes;
import org.ringlight.protocol.Commitment;
import org.ringlight.protocol.Input;
import org.ringlight.protocol.Keccak;
import org.ringlight.protocol.KeyOffsets;
import org.ringlight.protocol.Output;
import org.ringlight.protocol.Prunable;
import org.ringlight.protocol.PublicKey;
import org.ringlight.protocol.RingCtBase;
import org.ringlight.protocol.RingCtType;
import org.ringlight.protocol.Signatures;
import org.ringlight.protocol.Transaction;
import org.ringlight.protocol.TransactionPrefix;
import org.ringlight.protocol.TransactionV1;
import org.ringlight.protocol.TransactionV2;
import org.ringlight.protocol.TxHash;
import org.ringlight.protocol.hash.TransactionHashes;
import org.ringlight.protocol.rules.TransactionWeight;
import org.ringlight.protocol.rules.Unlock;
import org.ringlight.protocol.wire.TransactionEncoder;
import org.ringlight.truth.TrueSpend;

/**
 * Makes the transactions of planned blocks: right in every byte that is laid out, meaningless in
 * what is signed. Blocks must come in order of height. Not thread-safe.
 */
final class BlockMaker {

  private static final int KEY = 32;
  private static final int FIRST_TAGGED_HARD_FORK = 15;

  private final EraOptions options;
  private final Branch branch;
  private final Points second;
  private final Prunables prunables;
  private final ExtraBytes extras = new ExtraBytes();
  private final List<PublicKey> groupKeys = new ArrayList<>();
  private Points points;

  BlockMaker(EraOptions options, Branch branch) {
    this.options = options;
    this.branch = branch;
    long seed = Identity.mix(options.seed());
    BigInteger start = BigInteger.valueOf(seed).abs().add(BigInteger.ONE);
    this.points = new Points(start.shiftLeft(64));
    this.second = new Points(start.shiftLeft(160));
    this.prunables = new Prunables(new SplittableRandom(seed));
  }

  /**
   * A whole transaction in two pieces, the second shared with others of its shape.
   *
   * @param head not copied
   */
  @SuppressWarnings("ArrayRecordComponent") // on its way to the file
  record MadeTransaction(TxHash hash, byte[] head, Bytes tail) {

    /** Bytes of both. */
    int size() {
      return head.length + tail.size();
    }

    private static MadeTransaction of(Transaction transaction) {
      if (transaction instanceof TransactionV2 v2
          && v2.prunable() instanceof Prunable.Whole whole) {
        TransactionEncoder.Unprunable kept = TransactionEncoder.unprunable(v2);
        TxHash hash = TransactionHashes.of(kept, whole).orElseThrow();
        return new MadeTransaction(hash, kept.bytes(), whole.bytes());
      }
      byte[] all = TransactionEncoder.full(transaction);
      return new MadeTransaction(TxHash.of(Keccak.hash(all)), all, Bytes.EMPTY);
    }
  }

  /**
   * A block but for its place in the chain.
   *
   * @param transactions the miner transaction left out
   * @param weight of all, the miner transaction's too
   */
  record MadeBlock(
      Planner.BlockPlan plan,
      Transaction coinbase,
      List<MadeTransaction> transactions,
      long weight) {

    List<TxHash> hashes() {
      return transactions.stream().map(MadeTransaction::hash).toList();
    }

    /** Its header, on top of {@code previous}. */
    BlockHeader header(BlockHash previous) {
      long nonce = plan.noise() >>> 32;
      return new BlockHeader(plan.hardFork(), plan.hardFork(), plan.timestamp(), previous, nonce);
    }
  }

  /** Makes a block. */
  MadeBlock make(Planner.BlockPlan plan) {
    if (plan.height() == branch.leaves()) {
      points = second;
    }
    SplittableRandom noise = new SplittableRandom(plan.noise());
    Iterator<TrueSpend> spends = plan.spends().iterator();
    Transaction coinbase = coinbase(plan, noise);
    long weight = TransactionEncoder.full(coinbase).length;
    List<MadeTransaction> transactions = new ArrayList<>(plan.drafts().size());
    for (Draft draft : plan.drafts()) {
      MadeTransaction made = MadeTransaction.of(transaction(draft, plan.hardFork(), spends, noise));
      transactions.add(made);
      weight += made.size() + TransactionWeight.clawback(draft.type, draft.pays.size());
    }
    return new MadeBlock(plan, coinbase, transactions, weight);
  }

  private Transaction coinbase(Planner.BlockPlan plan, SplittableRandom noise) {
    Draft draft = plan.coinbase();
    TransactionPrefix prefix =
        prefix(
            draft,
            Unlock.ofCoinbase(plan.height()),
            List.of(new Input.Coinbase(plan.height())),
            plan.hardFork(),
            noise);
    return draft.version == 1
        ? new TransactionV1(prefix, new Signatures.Whole(Bytes.EMPTY))
        : new TransactionV2(prefix, RingCtBase.NULL, new Prunable.None());
  }

  private Transaction transaction(
      Draft draft, int hardFork, Iterator<TrueSpend> spends, SplittableRandom noise) {
    List<Input> inputs = new ArrayList<>(draft.rings.size());
    int members = 0;
    for (Draft.Ring ring : draft.rings) {
      members += ring.members().length;
      inputs.add(
          new Input.ToKey(
              ring.amount(), KeyOffsets.ofAbsolute(ring.members()), spends.next().keyImage()));
    }
    TransactionPrefix prefix = prefix(draft, draft.unlockTime, inputs, hardFork, noise);
    if (draft.version == 1) {
      return new TransactionV1(prefix, prunables.ofVersion1(members));
    }
    RingCtType type = draft.type;
    int pseudoOutputs = type.pseudoOutputsInBase() ? draft.rings.size() : 0;
    byte[] amounts = new byte[draft.pays.size() * type.encryptedAmountBytes()];
    noise.nextBytes(amounts);
    RingCtBase base =
        new RingCtBase(
            type,
            draft.fee,
            commitments(pseudoOutputs),
            Bytes.of(amounts),
            commitments(draft.pays.size()));
    return new TransactionV2(
        prefix, base, prunables.of(type, inputs.size(), draft.pays.size(), draft.ringSize()));
  }

  private TransactionPrefix prefix(
      Draft draft, long unlockTime, List<Input> inputs, int hardFork, SplittableRandom noise) {
    List<Output> outputs = new ArrayList<>(draft.pays.size());
    boolean tagged = hardFork >= FIRST_TAGGED_HARD_FORK && options.has(Feature.VIEW_TAGS);
    for (Draft.Pay pay : draft.pays) {
      PublicKey key = outputKey(pay);
      outputs.add(
          tagged
              ? new Output.ToTaggedKey(pay.value(), key, (byte) noise.nextInt())
              : new Output.ToKey(pay.value(), key));
    }
    Bytes extra = extras.of(draft, this::key, noise);
    return new TransactionPrefix(draft.version, unlockTime, inputs, outputs, extra);
  }

  private PublicKey outputKey(Draft.Pay pay) {
    if (pay.keyGroup() == Draft.Pay.OWN_KEY) {
      return key();
    }
    if (pay.keyGroup() == groupKeys.size()) {
      groupKeys.add(key());
    }
    return groupKeys.get(pay.keyGroup());
  }

  private PublicKey key() {
    byte[] bytes = new byte[KEY];
    points.next(bytes, 0);
    return PublicKey.of(bytes);
  }

  private List<Commitment> commitments(int count) {
    List<Commitment> commitments = new ArrayList<>(count);
    byte[] bytes = new byte[KEY];
    for (int i = 0; i < count; i++) {
      points.next(bytes, 0);
      commitments.add(Commitment.of(bytes));
    }
    return commitments;
  }
}
