package org.ringlight.indexer.bitcoin;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.bitcoin.BitcoinNetwork;
import org.ringlight.protocol.bitcoin.BlockRules;
import org.ringlight.protocol.bitcoin.DoubleSha256;
import org.ringlight.protocol.bitcoin.MerkleRoot;
import org.ringlight.protocol.bitcoin.Target;

/**
 * A valid regtest chain of random payments between a few people, as bytes: proof of work, merkle
 * roots, witness commitments, subsidies and fees are right, signatures are noise.
 */
final class MadeChain {

  static final BitcoinNetwork NETWORK = BitcoinNetwork.REGTEST;

  private static final long BITS = 0x207f_ffffL;
  private static final Target TARGET = Target.ofBits(BITS);
  private static final long GENESIS_TIME = 1_296_688_602L;
  private static final String GENESIS =
      "0100000000000000000000000000000000000000000000000000000000000000000000003ba3edfd7a7b12b27ac7"
          + "2c3e67768f617fc81bc3888a51323a9fb8aa4b1e5e4adae5494dffff7f20020000000101000000010000000000"
          + "000000000000000000000000000000000000000000000000000000ffffffff4d04ffff001d0104455468652054"
          + "696d65732030332f4a616e2f32303039204368616e63656c6c6f72206f6e206272696e6b206f66207365636f6e"
          + "64206261696c6f757420666f722062616e6b73ffffffff0100f2052a01000000434104678afdb0fe5548271967"
          + "f1a67130b7105cd6a828e03909a67962e0ea1f61deb649f6bc3f4cef38c4f35504e51ec112de5c384df7ba0b8d"
          + "578a4c702b6bf11d5fac00000000";

  private final List<byte[]> blocks = new ArrayList<>();
  private final List<BlockHash> hashes = new ArrayList<>();
  private final List<Coin> coins = new ArrayList<>();
  private final MadeScripts scripts;
  private final Random random;
  private byte[] tip;

  /** An output that can be spent, by a script of such a kind. */
  @SuppressWarnings("ArrayRecordComponent") // carried, never compared
  record Coin(byte[] transaction, int index, long value, MadeScripts.Kind kind) {}

  /** A chain that holds its genesis alone. */
  MadeChain(long seed) {
    random = new Random(seed);
    scripts = new MadeScripts(random);
    byte[] genesis = HexFormat.of().parseHex(GENESIS);
    tip = add(genesis);
  }

  private MadeChain(MadeChain other, long seed) {
    random = new Random(seed);
    scripts = new MadeScripts(random);
    blocks.addAll(other.blocks);
    hashes.addAll(other.hashes);
    coins.addAll(other.coins);
    tip = other.tip;
  }

  /** The same chain so far, to go another way. */
  MadeChain branch(long seed) {
    return new MadeChain(this, seed);
  }

  long tipHeight() {
    return blocks.size() - 1L;
  }

  byte[] block(long height) {
    return blocks.get((int) height);
  }

  BlockHash hash(long height) {
    return hashes.get((int) height);
  }

  List<Coin> coins() {
    return coins;
  }

  MadeScripts scripts() {
    return scripts;
  }

  private byte[] add(byte[] block) {
    byte[] header = Arrays.copyOf(block, 80);
    byte[] hash = MadeTransaction.hash(header);
    blocks.add(block);
    hashes.add(BlockHash.of(DoubleSha256.reversed(hash)));
    return hash;
  }

  /** So many blocks more, of at most so many payments each. */
  MadeChain grow(int count, int mostPayments) {
    for (int i = 0; i < count; i++) {
      grow(mostPayments == 0 ? 0 : random.nextInt(mostPayments + 1));
    }
    return this;
  }

  /** One block more, of so many payments where there are coins for them. */
  void grow(int payments) {
    List<MadeTransaction> made = new ArrayList<>();
    long fees = 0;
    for (int i = 0; i < payments && !coins.isEmpty(); i++) {
      long fee = random.nextInt(1_000);
      MadeTransaction payment = payment(fee);
      made.add(payment);
      fees += fee;
      settle(); // so that the next one may spend it in the same block
    }
    mine(made, BlockRules.subsidy(blocks.size(), NETWORK) + fees);
  }

  /** A block with one payment to so many. */
  MadeChain scatter(int outputs) {
    MadeTransaction made = new MadeTransaction();
    Coin coin = takeCoin();
    scripts.spend(made, coin);
    for (int i = 0; i < outputs; i++) {
      pay(made, coin.value() / outputs);
    }
    mine(List.of(made), BlockRules.subsidy(blocks.size(), NETWORK));
    return this;
  }

  private Coin takeCoin() {
    int at = random.nextInt(coins.size());
    Coin last = coins.remove(coins.size() - 1);
    return at == coins.size() ? last : coins.set(at, last);
  }

  private MadeTransaction payment(long fee) {
    MadeTransaction made = new MadeTransaction();
    long sum = 0;
    int inputs = Math.min(coins.size(), 1 + random.nextInt(3));
    for (int i = 0; i < inputs || sum < fee; i++) {
      Coin coin = takeCoin();
      sum += coin.value();
      scripts.spend(made, coin);
    }
    long paid = (sum - fee) / 2 + random.nextLong(1 + (sum - fee) / 3);
    pay(made, paid);
    pay(made, sum - fee - paid);
    if (random.nextInt(20) == 0) {
      made.pay(0, scripts.data());
    }
    return made;
  }

  private void pay(MadeTransaction made, long value) {
    MadeScripts.Kind kind = scripts.kind();
    made.pay(value, scripts.script(kind));
    pending.add(new PendingCoin(made, made.outputCount() - 1, value, kind));
  }

  private record PendingCoin(
      MadeTransaction transaction, int index, long value, MadeScripts.Kind kind) {}

  private final List<PendingCoin> pending = new ArrayList<>();

  /** A block of these payments, whose coinbase pays {@code reward}. */
  MadeChain mine(List<MadeTransaction> payments, long reward) {
    boolean witnesses = payments.stream().anyMatch(MadeTransaction::hasWitness);
    List<byte[]> reserved = witnesses ? List.of(new byte[32]) : List.of();
    MadeTransaction coinbase = MadeTransaction.coinbase(blocks.size(), random.nextInt(), reserved);
    pay(coinbase, reward);
    List<byte[]> ids = new ArrayList<>();
    if (witnesses) {
      ids.add(new byte[32]);
      payments.forEach(payment -> ids.add(payment.witnessId()));
      byte[] root = root(ids);
      byte[] both = Arrays.copyOf(root, 64);
      ByteArrayOutputStream commitment = new ByteArrayOutputStream();
      commitment.writeBytes(HexFormat.of().parseHex("6a24aa21a9ed"));
      commitment.writeBytes(MadeTransaction.hash(both));
      coinbase.pay(0, commitment.toByteArray());
      ids.clear();
    }
    List<MadeTransaction> all = new ArrayList<>(List.of(coinbase));
    all.addAll(payments);
    all.forEach(transaction -> ids.add(transaction.id()));
    mine(all, root(ids));
    settle();
    return this;
  }

  /** A block of this coinbase alone, which an earlier block may have too. */
  MadeChain mine(MadeTransaction coinbase) {
    mine(List.of(coinbase), coinbase.id());
    return this;
  }

  private void settle() {
    for (PendingCoin coin : pending) {
      coins.add(new Coin(coin.transaction().id(), coin.index(), coin.value(), coin.kind()));
    }
    pending.clear();
  }

  private static byte[] root(List<byte[]> ids) {
    ByteArrayOutputStream hashes = new ByteArrayOutputStream();
    ids.forEach(hashes::writeBytes);
    byte[] root = MerkleRoot.of(hashes.toByteArray(), new DoubleSha256());
    if (root == null) {
      throw new IllegalStateException("a transaction twice");
    }
    return root;
  }

  private void mine(List<MadeTransaction> transactions, byte[] root) {
    byte[] header;
    long nonce = 0;
    do {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      MadeTransaction.little(out, 0x2000_0000, 4);
      out.writeBytes(tip);
      out.writeBytes(root);
      MadeTransaction.little(out, GENESIS_TIME + 600L * blocks.size(), 4);
      MadeTransaction.little(out, BITS, 4);
      MadeTransaction.little(out, nonce++, 4);
      header = out.toByteArray();
    } while (!TARGET.isMetBy(BlockHash.of(DoubleSha256.reversed(MadeTransaction.hash(header)))));
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    block.writeBytes(header);
    MadeTransaction.count(block, transactions.size());
    transactions.forEach(transaction -> block.writeBytes(transaction.bytes()));
    tip = add(block.toByteArray());
  }
}
