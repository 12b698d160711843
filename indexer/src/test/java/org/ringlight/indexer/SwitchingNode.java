package org.ringlight.indexer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.ringlight.rpc.recording.HostileNode;
import org.ringlight.rpc.recording.Recording;
import org.ringlight.rpc.recording.Trick;

/** A node that is on one branch for its first requests and on another from then on. */
final class SwitchingNode implements AutoCloseable {

  private static final String BRANCHES = "get_alternate_chains";

  private final HostileNode first;
  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicInteger requests = new AtomicInteger();
  private volatile boolean read;

  /** Plays {@code before} for so many requests; after that, the node at {@code after} answers. */
  SwitchingNode(Recording before, URI after, int blocksAtOnce, int switchAfter) {
    first = HostileNode.playing(before, blocksAtOnce);
    first.play(
        (path, request, honest) ->
            count(request) <= switchAfter
                ? honest
                : wire(honest, ask(after.resolve(path), request)));
  }

  /** Once branches are asked for, the chain was read. */
  private int count(byte[] request) {
    read = read || new String(request, StandardCharsets.ISO_8859_1).contains(BRANCHES);
    return read ? requests.get() : requests.incrementAndGet();
  }

  private byte[] ask(URI there, byte[] request) {
    try {
      return client
          .send(
              HttpRequest.newBuilder(there)
                  .POST(HttpRequest.BodyPublishers.ofByteArray(request))
                  .build(),
              HttpResponse.BodyHandlers.ofByteArray())
          .body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Trick.Wire wire(Trick.Wire honest, byte[] body) {
    return new Trick.Wire(
        200, honest.contentType(), body, body.length, Duration.ZERO, Duration.ZERO, "");
  }

  URI uri() {
    return first.uri();
  }

  /** How many requests have come for the chain. */
  int requests() {
    return requests.get();
  }

  @Override
  public void close() {
    first.close();
  }
}
