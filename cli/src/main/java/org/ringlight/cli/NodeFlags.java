package org.ringlight.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.rpc.Login;
import org.ringlight.rpc.NodeClient;
import org.ringlight.rpc.NodeListener;
import org.ringlight.rpc.NodeOptions;
import org.ringlight.rpc.Nodes;
import org.ringlight.rpc.Trust;
import picocli.CommandLine.Option;

/** Which nodes to ask, and how. */
public final class NodeFlags {

  @Option(
      names = "--node",
      paramLabel = "URL",
      split = ",",
      description = {
        "A monerod, such as http://127.0.0.1:18081. Given several times, the next one is asked"
            + " where one fails."
      })
  List<String> nodes = new ArrayList<>();

  @Option(
      names = "--rpc-login-file",
      paramLabel = "FILE",
      description = "A file with user:password of the nodes' --rpc-login.")
  @Nullable Path loginFile;

  @Option(
      names = "--node-certificate",
      paramLabel = "SHA256",
      description = {
        "For https: the fingerprint of the one certificate to accept, self-signed or not.",
        "Without it, the authorities that Java knows."
      })
  @Nullable String certificate;

  /** Whether there is any. */
  public boolean given() {
    return !nodes.isEmpty();
  }

  /** Asks this node instead. */
  public void use(URI node) {
    nodes = List.of(node.toString());
  }

  /** A client for the nodes; what it does about trouble is told on {@code talk}. */
  public NodeClient connect(PrintWriter talk) {
    return connect(new NodeTalk(talk, NodeTalk.ALL));
  }

  /** A client for the nodes. */
  NodeClient connect(NodeListener listener) {
    if (nodes.isEmpty()) {
      throw new ConfigurationInvalid(
          "no node given", "--node", "add --node http://127.0.0.1:18081, or set RINGLIGHT_NODE");
    }
    return Nodes.connect(nodes.stream().map(this::options).toList(), listener);
  }

  private NodeOptions options(String typed) {
    try {
      NodeOptions options = NodeOptions.parse(typed);
      if (loginFile != null) {
        options = options.withLogin(Login.parse(Files.readString(loginFile).strip()));
      }
      if (certificate != null) {
        options = options.withTrust(new Trust.Pinned(certificate));
      }
      return options;
    } catch (IllegalArgumentException e) {
      throw new ConfigurationInvalid(
          String.valueOf(e.getMessage()), "--node", "see ringlight index --help", e);
    } catch (IOException e) {
      throw new ConfigurationInvalid(
          "the file with the login cannot be read: " + e.getMessage(),
          "--rpc-login-file " + loginFile,
          "write user:password into it",
          e);
    }
  }
}
