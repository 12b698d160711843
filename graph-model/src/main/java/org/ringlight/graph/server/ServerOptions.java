package org.ringlight.graph.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.OptionalInt;
import org.ringlight.failure.ConfigurationInvalid;

/**
 * How a server is started.
 *
 * @param boltPort where it is to listen for drivers; empty: 7687 or, where that is taken, any
 * @param httpPort where Neo4j Browser is to be served; empty: 7474 or, where that is taken, any
 * @param heap its heap, as in {@code 1g}
 * @param pageCache how much of its files it keeps in memory, as in {@code 512m}
 */
public record ServerOptions(
    OptionalInt boltPort, OptionalInt httpPort, String heap, String pageCache) {

  private static final int BOLT = 7687;
  private static final int HTTP = 7474;

  public ServerOptions {
    for (String size : List.of(heap, pageCache)) {
      if (!size.matches("[1-9][0-9]{0,6}[mg]")) {
        throw new ConfigurationInvalid(
            "'" + size + "' is no amount of memory", "graph server", "write it as in 512m or 2g");
      }
    }
  }

  int chosenBoltPort() {
    return choose(boltPort, BOLT);
  }

  int chosenHttpPort() {
    return choose(httpPort, HTTP);
  }

  private static int choose(OptionalInt asked, int usual) {
    if (asked.isPresent()) {
      return free(asked.getAsInt())
          .orElseThrow(
              () ->
                  new ConfigurationInvalid(
                      "another program listens there",
                      "127.0.0.1:" + asked.getAsInt(),
                      "choose another port, or end that program"));
    }
    return free(usual).orElseGet(() -> free(0).orElse(usual));
  }

  static boolean isFree(int port) {
    return free(port).isPresent();
  }

  private static OptionalInt free(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return OptionalInt.of(socket.getLocalPort());
    } catch (IOException taken) {
      return OptionalInt.empty();
    }
  }

  String configuration(int bolt, int http) {
    return """
    # written anew at every start
    server.default_listen_address=127.0.0.1
    server.bolt.listen_address=127.0.0.1:%1$d
    server.bolt.advertised_address=127.0.0.1:%1$d
    server.http.listen_address=127.0.0.1:%2$d
    server.http.advertised_address=127.0.0.1:%2$d
    server.https.enabled=false
    server.memory.heap.initial_size=%3$s
    server.memory.heap.max_size=%3$s
    server.memory.pagecache.size=%4$s
    db.tx_log.rotation.retention_policy=2 files
    dbms.security.allow_csv_import_from_file_urls=false
    dbms.usage_report.enabled=false
    client.allow_telemetry=false
    """
        .formatted(bolt, http, heap, pageCache);
  }
}
