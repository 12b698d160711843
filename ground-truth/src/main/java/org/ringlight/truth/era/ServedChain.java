package org.ringlight.truth.era;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.truth.regtest.ImportedChain;
import org.ringlight.truth.regtest.MonerodProcess;

/** A made chain, served by a real node on loopback until it is closed. */
public final class ServedChain implements AutoCloseable {

  private static final String FILE = "blockchain.raw";

  /** The folder of the node's database, beside the chain's files. */
  private static final String NODE = "node";

  private final MonerodProcess node;

  /** Hears how far an import is. */
  public interface ImportListener {
    /** So many blocks of so many are in the database; none for the first 90 seconds. */
    void imported(long blocks, long of);
  }

  private ServedChain(MonerodProcess node) {
    this.node = node;
  }

  /**
   * Serves the chain of a folder that {@code truth eras} or {@code truth regtest} filled. The first
   * time a written chain is imported, which takes 90 seconds and more.
   *
   * @param rpcPort a free one if absent
   * @throws ConfigurationInvalid if the folder holds no chain, a program is missing, another
   *     process serves or imports the chain, or the port is taken
   */
  public static ServedChain of(Path folder, OptionalInt rpcPort, ImportListener importing) {
    rpcPort.ifPresent(MonerodProcess::requireFree);
    Path node = folder.resolve(NODE);
    Path file = folder.resolve(FILE);
    if (!ImportedChain.isThere(node)) {
      if (!Files.isRegularFile(file)) {
        throw new ConfigurationInvalid(
            "there is no chain", folder.toString(), "make one with ringlight truth eras --out DIR");
      }
      long blocks = BootstrapHeader.blocks(file);
      ImportedChain.make(file, node, blocks, read -> importing.imported(read, blocks));
    }
    return new ServedChain(
        rpcPort.isPresent()
            ? MonerodProcess.start(node, rpcPort.getAsInt())
            : MonerodProcess.start(node));
  }

  /** Where the node answers. */
  public URI rpc() {
    return node.rpc();
  }

  /** Where the node publishes new blocks. */
  public URI zmqPub() {
    return node.zmqPub();
  }

  /**
   * Looks whether it still serves; one that died is waited for while it is started again.
   *
   * @throws org.ringlight.failure.NodeUnreachable if it stays away
   */
  public void requireServing() {
    node.awaitReady();
  }

  @Override
  public void close() {
    node.close();
  }
}
