package org.ringlight.truth.era;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.RingCtType;
import org.ringlight.truth.TrueSpend;
import org.ringlight.truth.age.AgeLaws;

/**
 * A chain that no wallet makes, for programs that count rings: hundreds of amounts with a few
 * outputs each, of which rings of one to four name any, in any order, once or again, more often
 * than there are outputs. It begins in hard fork 1, goes on in 12 and ends with view tags, on
 * amounts in clear too. In this package for the makers of its bytes.
 */
public final class TangledChain {

  private static final int BLOCKS = 600;
  private static final int RING_CT_FROM = 300;
  private static final int TAGGED_FROM = 400;
  private static final int AMOUNTS = 400;
  private static final int WINDOW = 6;
  private static final long COIN = 1_000_000_000_000L;

  private final SplittableRandom random;
  private final long[] amounts = new long[AMOUNTS];
  private final int[] outputs = new int[AMOUNTS];

  private TangledChain(long seed) {
    this.random = new SplittableRandom(seed);
    // the first is that of RingCT; the last is beyond 63 bits, and no node can say such a reward
    Arrays.setAll(amounts, i -> i * COIN);
    amounts[AMOUNTS - 1] = -COIN;
  }

  /** Writes the chain into a new folder. */
  public static void write(long seed, Path folder) {
    EraOptions options =
        new EraOptions(
            seed,
            BLOCKS,
            0,
            OptionalLong.empty(),
            Optional.empty(),
            AgeLaws.parse(EraOptions.USUAL_SPEND_AGES),
            Set.of());
    TangledChain chain = new TangledChain(seed);
    Branch branch = Branch.of(options).get(0);
    BlockMaker maker = new BlockMaker(options, branch);
    try (ChainFiles files = new ChainFiles(folder, options, branch)) {
      files.genesis();
      for (int height = 1; height < BLOCKS; height++) {
        files.block(maker.make(chain.plan(height)));
      }
      files.complete();
    }
  }

  private Planner.BlockPlan plan(int height) {
    int hardFork = height < RING_CT_FROM ? 1 : height < TAGGED_FROM ? 12 : 16;
    Draft coinbase = new Draft(Draft.Kind.COINBASE, Owners.soloMiner(0), "none");
    coinbase.version = hardFork == 1 ? 1 : 2;
    coinbase.pays.add(
        hardFork == 1
            ? Draft.Pay.clear(amounts[random.nextInt(1, AMOUNTS - 1)], Owners.soloMiner(0))
            : new Draft.Pay(0, COIN, Owners.soloMiner(0), Draft.Pay.OWN_KEY));
    List<Draft> drafts = new ArrayList<>();
    List<TrueSpend> spends = new ArrayList<>();
    append(coinbase);
    for (int i = random.nextInt(1, 8); i > 0; i--) {
      Draft draft = transaction(hardFork, spends);
      if (!draft.rings.isEmpty()) {
        drafts.add(draft);
        append(draft);
      }
    }
    return new Planner.BlockPlan(
        height,
        hardFork,
        1_400_000_000L + 120L * height,
        coinbase,
        drafts,
        spends,
        List.of(),
        COIN * height,
        random.nextLong());
  }

  private Draft transaction(int hardFork, List<TrueSpend> spends) {
    Draft draft = new Draft(Draft.Kind.PAYMENT, Owners.soloMiner(0), "none");
    boolean clear = hardFork == 1 || random.nextBoolean();
    draft.version = clear ? 1 : 2;
    if (!clear) {
      draft.type = hardFork == 12 ? RingCtType.BULLETPROOF2 : RingCtType.BULLETPROOF_PLUS;
    }
    // where the tool stops counting RingCT outputs, no ring's own rule gets before the full count
    int size = random.nextInt(hardFork == 16 ? 2 : 1, 5);
    for (int i = random.nextInt(1, 4); i > 0; i--) {
      int amount = clear || random.nextInt(4) == 0 ? anyAmount() : 0;
      if (outputs[amount] > 0) {
        // a version 2 transaction's rings are of one size
        ring(draft, amount, clear ? random.nextInt(1, 5) : size, spends);
      }
    }
    for (int i = random.nextInt(1, 3); i > 0; i--) {
      draft.pays.add(
          clear
              ? Draft.Pay.clear(amounts[anyAmount()], Owners.soloMiner(0))
              : Draft.Pay.hidden(Owners.soloMiner(0)));
    }
    return draft;
  }

  private void ring(Draft draft, int amount, int size, List<TrueSpend> spends) {
    int from = random.nextInt(Math.max(1, outputs[amount] - WINDOW));
    int to = Math.min(outputs[amount], from + WINDOW);
    long[] members = random.longs(size, from, to).toArray();
    if (random.nextInt(4) > 0) {
      Arrays.sort(members);
    }
    draft.rings.add(new Draft.Ring(members[0], amounts[amount], members));
    byte[] image = new byte[KeyImage.LENGTH];
    random.nextBytes(image);
    spends.add(new TrueSpend(KeyImage.of(image), amounts[amount], members[0], 0, "nobody"));
  }

  private int anyAmount() {
    return random.nextInt(1, AMOUNTS);
  }

  private void append(Draft draft) {
    for (Draft.Pay pay : draft.pays) {
      for (int amount = 0; amount < AMOUNTS; amount++) {
        outputs[amount] += amounts[amount] == pay.space() ? 1 : 0;
      }
    }
  }
}
