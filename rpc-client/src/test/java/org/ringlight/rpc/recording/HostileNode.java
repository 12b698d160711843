package org.ringlight.rpc.recording;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A node that plays a recording and misbehaves on demand. */
public final class HostileNode implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "hostile node");
            thread.setDaemon(true);
            return thread;
          });
  private final RecordedAnswers answers;
  private final AtomicInteger requests = new AtomicInteger();
  private volatile Trick trick = Trick.none();

  private HostileNode(RecordedAnswers answers) throws IOException {
    this.answers = answers;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Plays this recording, {@code blocksAtOnce} a page, honestly until told otherwise. */
  public static HostileNode playing(Recording recording, int blocksAtOnce) {
    try {
      return new HostileNode(new RecordedAnswers(recording, blocksAtOnce));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A recording of a real regtest chain: 124 blocks, a few transactions of 2 to 16 outputs, an
   * orphaned branch, one transaction in the pool; with all bytes.
   */
  public static Recording smallChain() {
    try (InputStream in =
        Objects.requireNonNull(HostileNode.class.getResourceAsStream("/regtest-small.zip"))) {
      return Recording.read(in, "regtest-small.zip");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Misbehaves like this from now on. */
  public void play(Trick next) {
    trick = next;
  }

  /** How many requests have come. */
  public int requests() {
    return requests.get();
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.incrementAndGet();
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      byte[] request = exchange.getRequestBody().readAllBytes();
      Trick.Wire wire =
          trick.instead(path, request, Trick.Wire.honest(answers.answer(path, request)));
      sleep(wire.before());
      exchange.getResponseHeaders().set("Content-Type", wire.contentType());
      if (!wire.challenge().isEmpty()) {
        exchange.getResponseHeaders().set("WWW-Authenticate", wire.challenge());
      }
      exchange.sendResponseHeaders(wire.status(), wire.announced() == 0 ? -1 : wire.announced());
      if (wire.announced() > 0) {
        send(exchange.getResponseBody(), wire);
      }
    }
  }

  private static void send(OutputStream out, Trick.Wire wire) throws IOException {
    if (wire.betweenBytes().isZero()) {
      out.write(wire.body());
      out.flush();
      return;
    }
    for (byte one : wire.body()) {
      out.write(one);
      out.flush();
      sleep(wire.betweenBytes());
    }
  }

  private static void sleep(Duration pause) throws IOException {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      throw new IOException("stopped", e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
