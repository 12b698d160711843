package org.ringlight.rpc.recording;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.ringlight.failure.StoreUnavailable;

/**
 * Serves a recording on a free loopback port as a monerod would serve the chain, to our client,
 * monero-java and anyone else. Pages carry the prunable hashes that monerod leaves zero. Whole
 * pages come from full recordings; a pruned one answers as a pruned node does.
 */
public final class RecordedNode implements AutoCloseable {

  private static final int BLOCKS_AT_ONCE = 1000;
  private static final int LARGEST_REQUEST = 16 << 20;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4, RecordedNode::daemon);

  private RecordedNode(RecordedAnswers answers) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", exchange -> answer(exchange, answers));
    server.start();
  }

  /** Starts serving, at most 1,000 blocks a page. */
  public static RecordedNode serve(Recording recording) {
    return serve(recording, BLOCKS_AT_ONCE);
  }

  /** Starts serving with smaller pages. */
  public static RecordedNode serve(Recording recording, int blocksAtOnce) {
    try {
      return new RecordedNode(new RecordedAnswers(recording, blocksAtOnce));
    } catch (IOException e) {
      throw new StoreUnavailable(
          "no port to serve the recording on: " + e, "127.0.0.1", "free a port", e);
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "recorded node");
    thread.setDaemon(true);
    return thread;
  }

  private static void answer(HttpExchange exchange, RecordedAnswers answers) throws IOException {
    try (exchange) {
      byte[] request = exchange.getRequestBody().readNBytes(LARGEST_REQUEST);
      Reply reply = answers.answer(exchange.getRequestURI().getPath(), request);
      exchange.getResponseHeaders().set("Content-Type", reply.contentType());
      boolean empty = reply.body().length == 0;
      exchange.sendResponseHeaders(reply.status(), empty ? -1 : reply.body().length);
      if (!empty) {
        exchange.getResponseBody().write(reply.body());
      }
    }
  }

  /** Where it listens. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
