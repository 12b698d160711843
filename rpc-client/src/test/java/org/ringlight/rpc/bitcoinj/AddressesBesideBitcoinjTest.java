package org.ringlight.rpc.bitcoinj;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.bitcoinj.base.LegacyAddress;
import org.bitcoinj.base.Network;
import org.bitcoinj.base.SegwitAddress;
import org.junit.jupiter.api.Test;
import org.ringlight.protocol.bitcoin.AddressText;
import org.ringlight.protocol.bitcoin.BitcoinNetwork;
import org.ringlight.protocol.bitcoin.Payee;
import org.ringlight.protocol.bitcoin.ScriptType;

/** Addresses written here are, for any bytes, those that bitcoinj writes. */
class AddressesBesideBitcoinjTest {

  private static final Map<BitcoinNetwork, Network> NETWORKS =
      Map.of(
          BitcoinNetwork.MAINNET, org.bitcoinj.base.BitcoinNetwork.MAINNET,
          BitcoinNetwork.TESTNET3, org.bitcoinj.base.BitcoinNetwork.TESTNET,
          BitcoinNetwork.SIGNET, org.bitcoinj.base.BitcoinNetwork.SIGNET,
          BitcoinNetwork.REGTEST, org.bitcoinj.base.BitcoinNetwork.REGTEST);

  @Test
  void everyKindOnEveryNetwork() {
    Random random = new Random(5);
    NETWORKS.forEach(
        (ours, theirs) -> {
          AddressText text = new AddressText(ours);
          for (int i = 0; i < 2_000; i++) {
            byte[] hash = bytes(random, 20, i);
            assertThat(text.of(new Payee(ScriptType.P2PKH, hash, -1)))
                .isEqualTo(LegacyAddress.fromPubKeyHash(theirs, hash).toBase58());
            assertThat(text.of(new Payee(ScriptType.P2SH, hash, -1)))
                .isEqualTo(LegacyAddress.fromScriptHash(theirs, hash).toBase58());
            byte[] program = bytes(random, 32, i);
            assertThat(text.of(new Payee(ScriptType.P2WPKH, hash, 0)))
                .isEqualTo(SegwitAddress.fromHash(theirs, hash).toBech32());
            assertThat(text.of(new Payee(ScriptType.P2WSH, program, 0)))
                .isEqualTo(SegwitAddress.fromHash(theirs, program).toBech32());
            assertThat(text.of(new Payee(ScriptType.P2TR, program, 1)))
                .isEqualTo(SegwitAddress.fromProgram(theirs, 1, program).toBech32());
            byte[] later = bytes(random, 2 + random.nextInt(39), i);
            int version = 2 + random.nextInt(15);
            assertThat(text.of(new Payee(ScriptType.WITNESS_UNKNOWN, later, version)))
                .isEqualTo(SegwitAddress.fromProgram(theirs, version, later).toBech32());
          }
        });
  }

  /** Random bytes, now and then with zeros before them, which base 58 writes apart. */
  private static byte[] bytes(Random random, int length, int round) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    for (int i = 0; i < Math.min(length, round % 7 == 0 ? round % 21 : 0); i++) {
      bytes[i] = 0;
    }
    return bytes;
  }
}
