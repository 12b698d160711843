package org.ringlight.rpc.bitcoin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bitcoinj.core.Transaction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.NodeUnreachable;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.TxHash;
import org.ringlight.protocol.bitcoin.BitcoinBlock;
import org.ringlight.protocol.bitcoin.BitcoinNetwork;
import org.ringlight.protocol.bitcoin.BitcoinTransaction;
import org.ringlight.protocol.bitcoin.BlockRules;
import org.ringlight.protocol.bitcoin.HeaderChain;
import org.ringlight.protocol.bitcoin.ScriptType;
import org.ringlight.rpc.Login;
import org.ringlight.rpc.NodeListener;
import org.ringlight.rpc.NodeOptions;
import org.ringlight.rpc.Retries;
import org.ringlight.rpc.Trust;
import org.ringlight.rpc.bitcoinj.BitcoinDecoder;
import org.ringlight.rpc.bitcoinj.Coins;
import org.ringlight.rpc.bitcoinj.Payment;

class BtcdTest {

  private static final long FEE = 10_000;

  @Test
  void aBatchOfBlocksIsWhatSingleCallsAnswer() {
    try (Btcd node = Btcd.start();
        BitcoinNode client = node.client()) {
      List<BlockHash> mined = node.mine(70);
      assertThat(client.network()).isEqualTo(BitcoinNetwork.REGTEST);
      assertThat(client.tipHeight()).isEqualTo(70);
      assertThat(client.info().synchronizedUp()).isTrue();
      assertThat(client.info().tip()).isEqualTo(mined.get(69));
      List<RawBitcoinBlock> all = client.blocks(0, 1_000, 1 << 20);
      assertThat(all).hasSize(71);
      for (RawBitcoinBlock block : all) {
        RawBitcoinBlock single = client.blocks(block.height(), block.height(), 1).get(0);
        assertThat(single.bytes()).isEqualTo(block.bytes());
        assertThat(single.hash()).isEqualTo(block.hash()).isEqualTo(client.hashAt(block.height()));
      }
      assertThat(client.blocks(71, 80, 1 << 20)).isEmpty();
      assertThat(client.hashIfAny(71)).isEmpty();
      int two = all.get(1).bytes().length + all.get(2).bytes().length;
      assertThat(client.blocks(1, 70, two)).hasSize(2);
      assertThat(client.blocks(1, 70, 1)).hasSize(1);
      assertThat(client.blocks(1, 3, 1 << 20)).hasSize(3);
    }
  }

  @Test
  void realSpendsOfKeysAndWitnessesAreReadAndTheirBlocksHold() {
    try (Btcd node = Btcd.start(BitcoinNetwork.SIMNET);
        BitcoinNode client = node.client()) {
      BitcoinDecoder decoder = new BitcoinDecoder(client.network());
      node.mine(310);
      Coins first = coinbase(decoder.block(client.blocks(1, 1, 1).get(0).bytes()));
      Coins second = coinbase(decoder.block(client.blocks(2, 2, 1).get(0).bytes()));
      Purse receiver = new Purse(77);
      List<Payment> payment = List.of(new Payment(first.value() - FEE, receiver.witnessScript()));
      TxHash paid = node.send(Purse.MINER.sign(List.of(first), payment));
      node.mine(1);
      TxHash loose =
          node.send(
              receiver.sign(
                  List.of(new Coins(paid, 0, first.value() - FEE, receiver.witnessScript())),
                  List.of(new Payment(first.value() - 2 * FEE, receiver.keyHashScript())),
                  Transaction.SigHash.NONE));
      node.send(
          Purse.MINER.sign(
              List.of(second),
              List.of(new Payment(second.value() - FEE, receiver.keyHashScript()))));
      node.mine(1);
      HeaderChain chain = HeaderChain.empty(client.network());
      List<BitcoinTransaction> spends = new ArrayList<>();
      while (chain.height() < 312) {
        for (RawBitcoinBlock raw : client.blocks(chain.height() + 1, 312, 1 << 20)) {
          BitcoinBlock block = decoder.block(raw.bytes());
          assertThat(block.hash()).isEqualTo(raw.hash());
          chain.add(block.header(), block.hash());
          BlockRules.check(block, chain.height(), client.network());
          BlockRules.checkReward(
              block, chain.height(), FEE * (block.transactions().size() - 1), client.network());
          spends.addAll(block.transactions().subList(1, block.transactions().size()));
        }
      }
      assertThat(spends).hasSize(3);
      assertThat(spends.get(0).hash()).isEqualTo(paid);
      assertThat(spends.get(0).outputs().get(0).payee().type()).isEqualTo(ScriptType.P2WPKH);
      assertThat(spends)
          .allMatch(one -> one.inputs().get(0).signsAll() != one.hash().equals(loose));
      assertThat(spends).filteredOn(one -> one.weight() < 4 * one.bytes()).hasSize(1);
      assertThat(decoder.block(client.blocks(312, 312, 1).get(0).bytes()).witnessDigest())
          .isNotNull();
    }
  }

  private static Coins coinbase(BitcoinBlock block) {
    BitcoinTransaction coinbase = block.transactions().get(0);
    return new Coins(
        coinbase.hash(), 0, coinbase.outputs().get(0).value(), coinbase.outputs().get(0).script());
  }

  @Test
  void aLongerBranchTakesOver() {
    try (Btcd node = Btcd.start();
        BitcoinNode client = node.client()) {
      List<BlockHash> mined = node.mine(5);
      RegtestBlocks branch = new RegtestBlocks("branch");
      byte[] parent = client.blocks(3, 3, 1).get(0).bytes();
      for (long height = 4; height <= 6; height++) {
        parent = branch.after(parent, height);
        node.submit(parent);
      }
      assertThat(client.tipHeight()).isEqualTo(6);
      assertThat(client.hashAt(3)).isEqualTo(mined.get(2));
      assertThat(client.hashAt(4)).isNotEqualTo(mined.get(3));
      assertThat(client.blocks(6, 6, 1).get(0).bytes()).isEqualTo(parent);
    }
  }

  @Test
  void aNodeThatComesBackIsAskedAgain() {
    try (Btcd node = Btcd.start(BitcoinNetwork.SIMNET);
        BitcoinNode client = node.client()) {
      node.mine(2);
      node.restart();
      assertThat(client.tipHeight()).isEqualTo(2);
    }
  }

  @Test
  void aMissingOrWrongLoginIsSaidSo(@TempDir Path folder) throws IOException {
    try (Btcd node = Btcd.start()) {
      NodeOptions nobody = NodeOptions.of(node.uri()).withRetries(Retries.DEFAULT);
      assertThatThrownBy(() -> connect(nobody, Optional.empty()))
          .isInstanceOf(ConfigurationInvalid.class)
          .hasMessageContaining("the node wants a login")
          .hasMessageContaining("cookie file");
      assertThatThrownBy(
              () -> connect(nobody.withLogin(new Login("ringlight", "wrong")), Optional.empty()))
          .isInstanceOf(ConfigurationInvalid.class)
          .hasMessageContaining("the login is refused");
      Path cookie = folder.resolve(".cookie");
      assertThatThrownBy(() -> connect(nobody, Optional.of(cookie)))
          .isInstanceOf(ConfigurationInvalid.class)
          .hasMessageContaining("the file with the login is not there")
          .hasMessageContaining(cookie.toString())
          .hasMessageContaining("which it writes at its start");
      Files.writeString(cookie, Btcd.LOGIN.user() + ":" + Btcd.LOGIN.password() + "\n");
      try (BitcoinNode client = connect(nobody, Optional.of(cookie))) {
        assertThat(client.tipHeight()).isZero();
        Files.delete(cookie);
        assertThatThrownBy(client::tipHeight)
            .isInstanceOf(NodeUnreachable.class)
            .hasMessageContaining("the file with the login is gone");
        Files.writeString(cookie, Btcd.LOGIN.user() + ":" + Btcd.LOGIN.password());
        assertThat(client.tipHeight()).isZero();
      }
    }
  }

  @Test
  void tlsTakesThePinnedCertificateAndNoOther() throws IOException, GeneralSecurityException {
    try (Btcd node = Btcd.start(Btcd.TLS)) {
      byte[] certificate;
      try (InputStream in = Files.newInputStream(node.folder().resolve("rpc.cert"))) {
        certificate = CertificateFactory.getInstance("X.509").generateCertificate(in).getEncoded();
      }
      String fingerprint =
          HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate));
      NodeOptions pinned = node.options().withTrust(new Trust.Pinned(fingerprint));
      try (BitcoinNode client = connect(pinned, Optional.empty())) {
        assertThat(client.tipHeight()).isZero();
      }
      assertThatThrownBy(() -> connect(node.options(), Optional.empty()))
          .isInstanceOf(ConfigurationInvalid.class)
          .hasMessageContaining("its certificate is not trusted");
    }
  }

  private static BitcoinNode connect(NodeOptions options, Optional<Path> loginFile) {
    return BitcoinNode.connect(
        options.withRetries(new Retries(2, Duration.ofMillis(50), Duration.ofMillis(50))),
        loginFile,
        NodeListener.SILENT);
  }
}
