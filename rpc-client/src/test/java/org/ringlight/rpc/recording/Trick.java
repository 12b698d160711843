package org.ringlight.rpc.recording;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.ringlight.rpc.ChainPage;
import org.ringlight.rpc.PageForm;
import org.ringlight.rpc.UnverifiedBlock;
import org.ringlight.rpc.UnverifiedTransaction;
import org.ringlight.rpc.http.PageReader;
import org.ringlight.rpc.http.PageRequest;
import org.ringlight.rpc.http.PageWriter;

/** One way to misbehave: what becomes of an honest reply. */
public interface Trick {

  /** What a hostile node puts on the wire. */
  @SuppressWarnings("ArrayRecordComponent") // made for one answer
  record Wire(
      int status,
      String contentType,
      byte[] body,
      long announced,
      Duration before,
      Duration betweenBytes,
      String challenge) {

    static Wire honest(Reply reply) {
      return new Wire(
          reply.status(),
          reply.contentType(),
          reply.body(),
          reply.body().length,
          Duration.ZERO,
          Duration.ZERO,
          "");
    }

    Wire body(byte[] other) {
      return new Wire(status, contentType, other, other.length, before, betweenBytes, challenge);
    }

    Wire announced(long length) {
      return new Wire(status, contentType, body, length, before, betweenBytes, challenge);
    }
  }

  /** What to send instead of {@code honest} to a request for {@code path}. */
  Wire instead(String path, byte[] request, Wire honest);

  /** Nothing wrong. */
  static Trick none() {
    return (path, request, honest) -> honest;
  }

  /** The same trick for one path only, {@code /get_blocks.bin} for example. */
  default Trick only(String wanted) {
    return (path, request, honest) -> path.equals(wanted) ? instead(path, request, honest) : honest;
  }

  /** The trick for the first {@code times} requests, honesty afterwards. */
  default Trick times(int times) {
    AtomicInteger left = new AtomicInteger(times);
    return (path, request, honest) ->
        left.getAndDecrement() > 0 ? instead(path, request, honest) : honest;
  }

  /** Says nothing for a while. */
  static Trick slow(Duration silence) {
    return (path, request, wire) ->
        new Wire(
            wire.status, wire.contentType, wire.body, wire.announced, silence, Duration.ZERO, "");
  }

  /** Sends byte by byte. */
  static Trick dripping(Duration between) {
    return (path, request, wire) ->
        new Wire(
            wire.status, wire.contentType, wire.body, wire.announced, Duration.ZERO, between, "");
  }

  /** Announces the whole answer and drops the connection half-way. */
  static Trick droppedHalfWay() {
    return (path, request, honest) ->
        honest
            .body(Arrays.copyOf(honest.body, honest.body.length / 2))
            .announced(honest.body.length);
  }

  /** Sends half the answer and calls it whole. */
  static Trick cutShort() {
    return (path, request, honest) ->
        honest.body(Arrays.copyOf(honest.body, honest.body.length / 2));
  }

  /** Announces {@code length} bytes, whatever follows. */
  static Trick announcing(long length) {
    return (path, request, honest) -> honest.announced(length);
  }

  /** Other bytes of the same type. */
  static Trick body(byte[] body) {
    return (path, request, honest) -> honest.body(body);
  }

  static Trick garbage() {
    byte[] bytes = new byte[5000];
    new java.util.Random(1).nextBytes(bytes);
    bytes[0] = 0x5a;
    return body(bytes);
  }

  /** A captive portal: HTTP 200 and a page for people. */
  static Trick htmlPage() {
    byte[] page = "<html><body>Please log in</body></html>".getBytes(StandardCharsets.UTF_8);
    return (path, request, honest) ->
        new Wire(200, "text/html", page, page.length, Duration.ZERO, Duration.ZERO, "");
  }

  /** An HTTP status with an empty body. */
  static Trick http(int status) {
    return (path, request, honest) ->
        new Wire(status, "text/plain", new byte[0], 0, Duration.ZERO, Duration.ZERO, "");
  }

  /** Wants a digest login and accepts none. */
  static Trick unauthorized() {
    return (path, request, honest) ->
        new Wire(
            401,
            "text/plain",
            new byte[0],
            0,
            Duration.ZERO,
            Duration.ZERO,
            "Digest realm=\"monero-rpc\", qop=\"auth\", algorithm=MD5, nonce=\"c0ffee\"");
  }

  /** Another {@code status} inside the answer. */
  static Trick status(String status) {
    return (path, request, honest) -> {
      if (path.endsWith(".bin")) {
        var out = new org.ringlight.rpc.epee.EpeeWriter(1);
        out.text("status", status);
        return honest.body(out.toBytes());
      }
      return replacing("\"status\":\"OK\"", "\"status\":\"" + status + "\"")
          .instead(path, request, honest);
    };
  }

  /** Text replaced wherever it stands in a JSON answer. */
  static Trick replacing(String text, String other) {
    return (path, request, honest) ->
        honest.body(
            new String(honest.body, StandardCharsets.UTF_8)
                .replace(text, other)
                .getBytes(StandardCharsets.UTF_8));
  }

  /** Pages changed before they are sent. */
  static Trick pages(UnaryOperator<ChainPage> change) {
    Trick changed =
        (path, request, honest) ->
            PageReader.read(honest.body, honest.body.length, "a page to change")
                .map(
                    page ->
                        honest.body(
                            PageWriter.write(change.apply(page), PageRequest.read(request).form())))
                .orElse(honest);
    return changed.only("/get_blocks.bin");
  }

  /** Pages that begin elsewhere than asked. */
  static Trick wrongStartHeight() {
    return pages(
        page -> new ChainPage(page.startHeight() + 1, page.chainHeight() + 1, page.blocks()));
  }

  /** Pages whose second half comes from another branch: block {@code height} is replaced. */
  static Trick blockInsteadAt(long height, UnverifiedBlock other) {
    return pages(page -> with(page, height, block -> other));
  }

  /** Blocks {@code height} and {@code height + 1} of a page change places. */
  static Trick blocksSwapped(long height) {
    return pages(
        page -> {
          int at = (int) (height - page.startHeight());
          if (at < 0 || at + 1 >= page.blocks().size()) {
            return page;
          }
          List<UnverifiedBlock> blocks = new ArrayList<>(page.blocks());
          java.util.Collections.swap(blocks, at, at + 1);
          return new ChainPage(page.startHeight(), page.chainHeight(), blocks);
        });
  }

  /** One bit of the last byte of block {@code height}, or of its last listed hash, is flipped. */
  static Trick blockBitFlipped(long height) {
    return pages(
        page ->
            with(
                page,
                height,
                block ->
                    new UnverifiedBlock(
                        flipped(block.blob()), block.transactions(), block.outputIndices())));
  }

  /** One bit of the last byte of each transaction of block {@code height} is flipped. */
  static Trick transactionBitFlipped(long height) {
    return pages(
        page ->
            with(
                page,
                height,
                block ->
                    new UnverifiedBlock(
                        block.blob(),
                        block.transactions().stream()
                            .map(
                                tx ->
                                    new UnverifiedTransaction(
                                        flipped(tx.blob()), tx.prunableHash()))
                            .toList(),
                        block.outputIndices())));
  }

  /** The output indices of block {@code height} have this added, wrapping. */
  static Trick outputIndicesOff(long height, long by) {
    return pages(
        page ->
            with(
                page,
                height,
                block ->
                    new UnverifiedBlock(
                        block.blob(),
                        block.transactions(),
                        block.outputIndices().stream()
                            .map(list -> Arrays.stream(list).map(index -> index + by).toArray())
                            .toList())));
  }

  /** A node that has pruned its blocks: it gives no whole transactions. */
  static Trick prunedNode() {
    Trick failing =
        (path, request, honest) ->
            PageRequest.read(request).form() == PageForm.FULL
                ? honest.body(PageWriter.failed())
                : honest;
    return failing.only("/get_blocks.bin");
  }

  /** The network type it claims. */
  static Trick nettype(String nettype) {
    return replacing("\"fakechain\"", "\"" + nettype + "\"");
  }

  private static ChainPage with(
      ChainPage page, long height, UnaryOperator<UnverifiedBlock> change) {
    long at = height - page.startHeight();
    if (at < 0 || at >= page.blocks().size()) {
      return page;
    }
    List<UnverifiedBlock> blocks = new ArrayList<>(page.blocks());
    blocks.set((int) at, change.apply(blocks.get((int) at)));
    return new ChainPage(page.startHeight(), page.chainHeight(), blocks);
  }

  private static byte[] flipped(byte[] blob) {
    byte[] other = blob.clone();
    other[other.length - 1] ^= 1;
    return other;
  }
}
