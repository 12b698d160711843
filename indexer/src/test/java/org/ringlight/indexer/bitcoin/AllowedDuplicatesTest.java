package org.ringlight.indexer.bitcoin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.failure.DataInvalid;
import org.ringlight.indexer.RowDigest;
import org.ringlight.indexer.ids.BitcoinIds;
import org.ringlight.indexer.pipeline.DecodedPage;
import org.ringlight.indexer.pipeline.IndexProgress;
import org.ringlight.indexer.pipeline.Unreadable;
import org.ringlight.indexer.verify.BitcoinCheckReport;
import org.ringlight.indexer.verify.BitcoinTableCheck;
import org.ringlight.lake.ChainIdentity;
import org.ringlight.lake.Commit;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Writer;
import org.ringlight.lake.table.BitcoinInputRow;
import org.ringlight.lake.table.BitcoinOutputRow;
import org.ringlight.lake.table.Namespace;
import org.ringlight.protocol.TxHash;
import org.ringlight.protocol.bitcoin.BitcoinNetwork;
import org.ringlight.rpc.bitcoin.RawBitcoinBlock;

/**
 * The two coinbases of mainnet that repeat earlier ones, at their heights: 91,842 has that of
 * 91,812 and 91,880 that of 91,722. The blocks around them are made, and nobody can give them
 * mainnet's work: so everything but the check of headers is done to them.
 */
class AllowedDuplicatesTest {

  private static final BitcoinNetwork MAINNET = BitcoinNetwork.MAINNET;

  /** The tables' first height, of the made chain's first block after its genesis. */
  private static final long START = 91_700;

  private static final long VALUE = 50_00000000L;

  @TempDir Path folder;

  private final MadeTransaction early = coinbase(1);
  private final MadeTransaction late = coinbase(2);
  private MadeChain before;
  private MadeChain chain;

  private static MadeTransaction coinbase(int mark) {
    byte[] script = new MadeScripts(new Random(mark)).script(MadeScripts.Kind.P2PKH);
    return MadeTransaction.coinbase(0, mark, List.of()).pay(VALUE, script);
  }

  @BeforeEach
  void tellTheChain() {
    before = new MadeChain(30);
    growTo(before, 91_721).mine(early);
    growTo(before, 91_811).mine(late);
    growTo(before, 91_830);
    chain = growAsMainnet(before.branch(1), 91_890);
  }

  private static MadeChain growTo(MadeChain chain, long height) {
    return chain.grow((int) (height - tipHeight(chain)), 3);
  }

  private static long tipHeight(MadeChain chain) {
    return START - 1 + chain.tipHeight();
  }

  /** With the two repetitions, where they come after the tip. */
  private MadeChain growAsMainnet(MadeChain from, long height) {
    if (tipHeight(from) < 91_842 && height >= 91_842) {
      growTo(from, 91_841).mine(late);
    }
    if (tipHeight(from) < 91_880 && height >= 91_880) {
      growTo(from, 91_879).mine(early);
    }
    return growTo(from, height);
  }

  private static MadeTransaction spend(MadeChain of, MadeTransaction coinbase) {
    MadeTransaction made = new MadeTransaction();
    of.scripts().spend(made, new MadeChain.Coin(coinbase.id(), 0, VALUE, MadeScripts.Kind.P2PKH));
    return made.pay(VALUE, of.scripts().script(MadeScripts.Kind.P2WPKH));
  }

  private BitcoinFolder data(String name) {
    return new BitcoinFolder(folder.resolve(name));
  }

  /** In place of what is stored above {@code shared}, the blocks after it up to {@code to}. */
  private static void index(BitcoinFolder data, MadeChain from, long shared, long to) {
    try (Lake lake = Lake.open(data.path());
        Writer writer = lake.writer(Namespace.BTC);
        StoredBlocks stored =
            new StoredBlocks(lake.current(Namespace.BTC), OptionalLong.of(START));
        BitcoinIds ids =
            IdsFromTables.open(
                data.path().resolve("ids-btc"), stored, shared, MAINNET, new IndexProgress());
        AddressRows addresses = new AddressRows(MAINNET)) {
      writer.claim(new ChainIdentity(MAINNET.word(), MAINNET.genesisHash()));
      Resolve resolve =
          new Resolve(
              MAINNET,
              ids,
              Resolve.Extent.WHOLE_CHAIN,
              Unreadable.STOP,
              stored.countsUpTo(shared),
              Clock.systemUTC());
      try (Commit commit = writer.begin()) {
        commit.deleteAbove(shared);
        for (NamedBlock block : named(from, shared + 1, to, ids)) {
          resolve.block(block).appendTo(commit, block, addresses);
        }
        addresses.appendAll(commit);
        commit.commit(to, from.hash(to - START + 1));
      }
      ids.mark(
          new BitcoinIds.Counts(
              to, from.hash(to - START + 1).toString(), resolve.outputs(), resolve.addresses()));
    }
  }

  private static List<NamedBlock> named(MadeChain from, long first, long last, BitcoinIds ids) {
    List<RawBitcoinBlock> raw = new ArrayList<>();
    for (long height = first; height <= last; height++) {
      long made = height - START + 1;
      raw.add(new RawBitcoinBlock(height, from.hash(made), from.block(made)));
    }
    DecodedPage<NamedBlock> page =
        new DecodeBlocks(MAINNET, ids::fingerprints).page(new RawBlocks(raw));
    assertThat(page.problem()).isEmpty();
    return page.blocks();
  }

  private static void requireOnlyWorkIsMissing(BitcoinFolder data) {
    BitcoinCheckReport check =
        data.look(
            tables -> new BitcoinTableCheck(tables, MAINNET, data.path().resolve("scratch")).run());
    assertThat(check.problems()).singleElement().asString().contains("not the work");
    assertThat(check.olderInputs()).isZero();
  }

  private static long outputMadeAt(BitcoinFolder data, long height) {
    return data.rows(BitcoinOutputRow.TABLE).stream()
        .filter(row -> row.height() == height)
        .findFirst()
        .orElseThrow()
        .outputId();
  }

  private static BitcoinInputRow spenderOf(BitcoinFolder data, MadeTransaction coinbase) {
    TxHash hash = coinbase.hash();
    return data.rows(BitcoinInputRow.TABLE).stream()
        .filter(row -> row.previousTx().equals(hash))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theirOutputsTakeThePlaceOfTheEarlierOnes() {
    chain.mine(List.of(spend(chain, late), spend(chain, early)), 0);
    BitcoinFolder data = data("a");
    index(data, chain, START - 1, 91_891);
    assertThat(spenderOf(data, late).outputId()).isEqualTo(outputMadeAt(data, 91_842));
    assertThat(spenderOf(data, early).outputId()).isEqualTo(outputMadeAt(data, 91_880));
    requireOnlyWorkIsMissing(data);

    chain.mine(List.of(spend(chain, early)), 0);
    assertThatThrownBy(() -> index(data, chain, 91_891, 91_892))
        .as("there is but one of it")
        .isInstanceOf(DataInvalid.class)
        .hasMessageContaining("not there or was spent before");
  }

  @Test
  void atOtherHeightsTheyAreRefused() {
    growTo(before, 91_840).mine(late);
    assertThatThrownBy(() -> index(data("a"), before, START - 1, 91_841))
        .isInstanceOf(DataInvalid.class)
        .hasMessageContaining("BIP 30")
        .hasMessageContaining("height 91841");
  }

  @Test
  void mapsMadeAnewFromTheTablesKnowTheLaterOnesToo() throws IOException {
    chain.mine(List.of(spend(chain, late), spend(chain, early)), 0);
    BitcoinFolder whole = data("whole");
    index(whole, chain, START - 1, 91_891);
    BitcoinFolder anew = data("anew");
    for (long to : new long[] {91_830, 91_842, 91_860, 91_880, 91_891}) {
      index(anew, chain, to == 91_830 ? START - 1 : anew.height(), to);
      Files.delete(anew.path().resolve("ids-btc/mark"));
    }
    assertThat(anew.digest()).isEqualTo(whole.digest());
  }

  @Test
  void aReorganisationBringsTheEarlierOnesBack() {
    for (long shared : new long[] {91_830, 91_841, 91_842, 91_860, 91_879, 91_880}) {
      MadeChain other = growAsMainnet(before.branch(shared), shared);
      BitcoinFolder data = data("turned-" + shared);
      MadeChain lost = growAsMainnet(other.branch(8), 91_885);
      index(data, lost, START - 1, 91_885);
      other.mine(List.of(spend(other, late), spend(other, early)), 0);
      growTo(other, 91_890);
      index(data, other, shared, 91_890);
      BitcoinFolder never = data("never-" + shared);
      index(never, other, START - 1, 91_890);
      RowDigest undisturbed = never.digest();
      assertThat(data.digest()).as("left after " + shared).isEqualTo(undisturbed);
      requireOnlyWorkIsMissing(data);
    }
  }
}
