package org.ringlight.truth.regtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.NodeUnreachable;
import org.ringlight.rpc.WalletOutput;
import org.ringlight.testing.Program;

class ProcessesTest {

  @BeforeEach
  void needsRealPrograms() {
    Program.named("monerod", "monero");
    Program.named("monero-wallet-rpc", "monero");
  }

  @Test
  void aNodeAndAWalletThatDieComeBackWithWhatTheyHad(@TempDir Path folder) {
    try (MonerodProcess node = MonerodProcess.start(folder.resolve("node"));
        WalletProcess wallet = WalletProcess.ofPhrase("dies", folder.resolve("wallet"), node)) {
      String address = wallet.keys().address();
      assertThat(wallet.client().primaryAddress()).isEqualTo(address);
      node.mining().generate(3, address);
      long nodePid = node.pid();
      long walletPid = wallet.pid();

      kill(nodePid);
      kill(walletPid);
      node.awaitReady();
      wallet.awaitReady();

      assertThat(node.deaths()).isEqualTo(1);
      assertThat(wallet.deaths()).isEqualTo(1);
      assertThat(node.pid()).isNotEqualTo(nodePid);
      assertThat(node.mining().height()).isEqualTo(4);
      wallet.refresh();
      assertThat(wallet.client().outputs())
          .hasSize(3)
          .allSatisfy(o -> assertThat(o.state()).isEqualTo(WalletOutput.State.LOCKED));
    }
  }

  @Test
  void nothingIsLeftRunningAfterClose(@TempDir Path folder) {
    long nodePid;
    MonerodProcess closed;
    try (MonerodProcess node = MonerodProcess.start(folder)) {
      nodePid = node.pid();
      closed = node;
      assertThat(ProcessHandle.of(nodePid))
          .hasValueSatisfying(p -> assertThat(p.isAlive()).isTrue());
    }
    assertThat(ProcessHandle.of(nodePid).filter(ProcessHandle::isAlive)).isEmpty();
    assertThatThrownBy(closed::awaitReady).isInstanceOf(NodeUnreachable.class);
    assertThatThrownBy(() -> closed.mining().height()).isInstanceOf(NodeUnreachable.class);
  }

  @Test
  void aChainIsServedOnceAtATime(@TempDir Path folder) {
    try (MonerodProcess node = MonerodProcess.start(folder)) {
      assertThatThrownBy(() -> MonerodProcess.start(folder))
          .isInstanceOf(ConfigurationInvalid.class)
          .hasMessageContaining("this chain is served at " + node.rpc());
    }
    MonerodProcess.start(folder).close();
  }

  @Test
  void whoListensAtTheWantedPortIsNotTakenForTheNode(@TempDir Path folder) throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> MonerodProcess.start(folder, other.getLocalPort()))
          .isInstanceOf(ConfigurationInvalid.class)
          .hasMessageContaining("another program listens there");
    }
  }

  @Test
  void ctrlCOnOurTerminalDoesNotReachTheNode(@TempDir Path folder) throws IOException {
    try (MonerodProcess node = MonerodProcess.start(folder)) {
      assertThat(session(node.pid())).isNotEqualTo(session(ProcessHandle.current().pid()));
    }
  }

  /** Source: proc(5), the sixth field of stat; the second is in parentheses. */
  private static String session(long pid) throws IOException {
    String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
    return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[3];
  }

  private static void kill(long pid) {
    ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
    process.destroyForcibly();
    process.onExit().join();
  }
}
