package org.ringlight.protocol.bitcoin;

import java.util.Arrays;
import java.util.Optional;
import org.ringlight.protocol.BlockHash;

/**
 * Bitcoin's networks and what differs between them. Sources: Bitcoin Core v28.0 {@code
 * src/kernel/chainparams.cpp}; bitcoinj 0.17.1 {@code org.bitcoinj.params}; simnet: btcd v0.24.2
 * {@code chaincfg/params.go}.
 */
@SuppressWarnings("ImmutableEnumChecker") // its records hold numbers and texts
public enum BitcoinNetwork {
  MAINNET(
      "mainnet",
      "000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f",
      0xf9beb4d9L,
      new Prefixes(0x00, 0x05, "bc"),
      new Work(0x1d00_ffffL, Retarget.EVERY_2016_BLOCKS),
      new Rules(210_000, 227_931, 481_824)),
  /** The third test network. */
  TESTNET3(
      "testnet3",
      "000000000933ea01ad0ee984209779baaec3ced90fa3f408719526f8d77f4943",
      0x0b110907L,
      new Prefixes(0x6f, 0xc4, "tb"),
      new Work(0x1d00_ffffL, Retarget.EVERY_2016_BLOCKS_OR_EASY_AFTER_20_MINUTES),
      new Rules(210_000, 21_111, 834_624)),
  /** The fourth test network (BIP 94). */
  TESTNET4(
      "testnet4",
      "00000000da84f2bafbbc53dee25a72ae507ff4914b867c565be350b0da8bf043",
      0x1c163f28L,
      new Prefixes(0x6f, 0xc4, "tb"),
      new Work(0x1d00_ffffL, Retarget.AS_BIP_94_SAYS),
      new Rules(210_000, 1, 1)),
  /** The default signet; the signatures of its blocks are not checked. */
  SIGNET(
      "signet",
      "00000008819873e925422c1ff0f99f7cc9bbb232af63a077a480a3633bee1ef6",
      0x0a03cf40L,
      new Prefixes(0x6f, 0xc4, "tb"),
      new Work(0x1e03_77aeL, Retarget.EVERY_2016_BLOCKS),
      new Rules(210_000, 1, 1)),
  /** A private chain on which anyone can make blocks. */
  REGTEST(
      "regtest",
      "0f9188f13cb7b2c71f2a335e3a4fc328bf5beb436012afca590b1a11466e2206",
      0xfabfb5daL,
      new Prefixes(0x6f, 0xc4, "bcrt"),
      new Work(0x207f_ffffL, Retarget.NEVER),
      new Rules(150, Rules.NOT_KNOWN, Rules.NOT_KNOWN)),
  /** A private chain of btcd's own. */
  SIMNET(
      "simnet",
      "683e86bd5c6d110d91b94b97137ba6bfe02dbbdb8e3dff722a669b5d69d77af6",
      0x161c1412L,
      new Prefixes(0x3f, 0x7b, "sb"),
      new Work(0x207f_ffffL, Retarget.EVERY_2016_BLOCKS_OR_EASY_AFTER_20_MINUTES),
      new Rules(210_000, 1, Rules.NOT_KNOWN));

  /** How the target changes from block to block. */
  public enum Retarget {
    EVERY_2016_BLOCKS,
    /** The same, and a block twenty minutes after the last may take the easiest target. */
    EVERY_2016_BLOCKS_OR_EASY_AFTER_20_MINUTES,
    /**
     * The same, but a period's target comes of its first block's, and no period may begin more than
     * ten minutes before the last one's end.
     */
    AS_BIP_94_SAYS,
    NEVER
  }

  private final String word;
  private final String genesisHash;
  private final long magic;
  private final Prefixes prefixes;
  private final Work work;
  private final Rules rules;

  BitcoinNetwork(
      String word, String genesisHash, long magic, Prefixes prefixes, Work work, Rules rules) {
    this.word = word;
    this.genesisHash = genesisHash;
    this.magic = magic;
    this.prefixes = prefixes;
    this.work = work;
    this.rules = rules;
  }

  /** As messages and options write it. */
  public String word() {
    return word;
  }

  /** The id of the block at height 0. */
  public BlockHash genesisHash() {
    return BlockHash.parse(genesisHash);
  }

  /** The network that begins with this block. */
  public static Optional<BitcoinNetwork> withGenesis(BlockHash hash) {
    return Arrays.stream(values()).filter(one -> one.genesisHash().equals(hash)).findFirst();
  }

  /** The network whose blocks stand behind these four bytes in files. */
  public static Optional<BitcoinNetwork> withMagic(long magic) {
    return Arrays.stream(values()).filter(one -> one.magic == magic).findFirst();
  }

  /** The four bytes before each block in {@code blk*.dat}, first byte highest; 32 bits. */
  public long magic() {
    return magic;
  }

  /** The version byte of base58 addresses of keys' hashes. */
  public int keyHashPrefix() {
    return prefixes.keyHash();
  }

  /** The version byte of base58 addresses of scripts' hashes. */
  public int scriptHashPrefix() {
    return prefixes.scriptHash();
  }

  /** The human-readable part of bech32 addresses. */
  public String segwitPrefix() {
    return prefixes.segwit();
  }

  /** The easiest target, in compact form. */
  public long easiestBits() {
    return work.easiestBits();
  }

  public Retarget retarget() {
    return work.retarget();
  }

  /** After how many blocks the subsidy is halved. */
  public int halvingBlocks() {
    return rules.halvingBlocks();
  }

  /** From which height on a coinbase begins with its height (BIP 34) on this network for sure. */
  public long heightInCoinbaseFrom() {
    return rules.heightInCoinbaseFrom();
  }

  /** From which height on segregated witness is in force on this network for sure (BIP 141). */
  public long witnessesFrom() {
    return rules.witnessesFrom();
  }

  private record Prefixes(int keyHash, int scriptHash, String segwit) {}

  private record Work(long easiestBits, Retarget retarget) {}

  private record Rules(int halvingBlocks, long heightInCoinbaseFrom, long witnessesFrom) {

    /** It depends on the node's settings or its miners' votes. */
    static final long NOT_KNOWN = Long.MAX_VALUE;
  }
}
