package org.ringlight.rpc.zmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ringlight.failure.Interrupted;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.TxHash;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** Whatever a publisher sends, the listener goes on, and closes when told. */
@Timeout(60)
class AnnouncementsTest {

  private static final String ID = "ab".repeat(32);
  private static final String BLOCK =
      Frame.CHAIN
          + ":{\"first_height\":7,\"first_prev_id\":\""
          + ID
          + "\",\"ids\":[\""
          + ID
          + "\"]}";
  private static final Announcement GREW =
      new Announcement.ChainGrew(7, BlockHash.parse(ID), List.of(BlockHash.parse(ID)));
  private static final Duration SOON = Duration.ofSeconds(20);

  private ZContext context;
  private ZMQ.Socket publisher;
  private URI address;
  private Announcements announcements;

  @BeforeEach
  void publish() {
    context = new ZContext();
    context.setLinger(0);
    publisher = context.createSocket(SocketType.XPUB);
    publisher.setHWM(0);
    publisher.setReceiveTimeOut(20_000);
    address = URI.create("tcp://127.0.0.1:" + publisher.bindToRandomPort("tcp://127.0.0.1"));
    announcements = Announcements.subscribe(address);
    awaitSubscriptions();
  }

  @AfterEach
  void close() {
    announcements.close();
    context.close();
  }

  /** Waits for a listener's two subscriptions; one that left may have ended its own before. */
  private void awaitSubscriptions() {
    List<String> made = new ArrayList<>();
    while (made.size() < 2) {
      String request = publisher.recvStr();
      assertThat(request).as("a subscription after " + made).isNotNull();
      if (request.charAt(0) == 1) {
        made.add(request.substring(1));
      }
    }
    assertThat(made).containsExactlyInAnyOrder(Frame.CHAIN, Frame.POOL);
  }

  private void assertStillHears() {
    publisher.send(BLOCK);
    assertThat(announcements.next(SOON)).contains(GREW);
  }

  @Test
  void poolTransactionsComeWithSizeWeightAndFee() {
    publisher.send(
        Frame.POOL
            + ":[{\"id\":\""
            + ID
            + "\",\"blob_size\":1,\"weight\":2,\"fee\":3,\"new\":null}]");
    assertThat(announcements.next(SOON))
        .contains(
            new Announcement.PoolGrew(
                List.of(new Announcement.PoolEntry(TxHash.parse(ID), 1, 2, 3))));
  }

  @Test
  void framesThatMakeNoSenseAreCountedAndPassedOver() {
    List<String> nonsense =
        List.of(
            "",
            "{",
            "null",
            "[]",
            "{}",
            "[".repeat(100_000),
            "{\"first_height\":7,\"first_prev_id\":\"" + ID + "\",\"ids\":[]}",
            "{\"first_height\":-7,\"first_prev_id\":\"" + ID + "\",\"ids\":[\"" + ID + "\"]}",
            "{\"first_height\":1e3,\"first_prev_id\":\"" + ID + "\",\"ids\":[\"" + ID + "\"]}",
            "{\"first_height\":7,\"first_prev_id\":\"" + ID + "\",\"ids\":[\"" + ID + "\",7]}",
            "{\"first_height\":7,\"first_prev_id\":\"é\",\"ids\":[\"" + ID + "\"]}",
            BLOCK.substring(Frame.CHAIN.length() + 1) + "}");
    nonsense.forEach(json -> publisher.send(Frame.CHAIN + ":" + json));
    nonsense.forEach(json -> publisher.send(Frame.POOL + ":" + json));
    byte[] raw = (Frame.CHAIN + ":XXXX").getBytes(StandardCharsets.UTF_8);
    Arrays.fill(raw, raw.length - 4, raw.length, (byte) 0xff);
    publisher.send(raw);
    publisher.send("json-full-chain_main:" + BLOCK); // not asked for: the publisher keeps it

    assertStillHears();
    assertThat(announcements.malformed()).isEqualTo(2L * nonsense.size() + 1);
  }

  @Test
  void aMessageOfSeveralFramesIsNoAnnouncement() {
    publisher.sendMore(BLOCK);
    publisher.sendMore(BLOCK);
    publisher.send(BLOCK);
    assertStillHears();
    assertThat(announcements.malformed()).isEqualTo(1);
    assertThat(announcements.next(Duration.ofMillis(200))).isEmpty();
  }

  @Test
  void aFrameOverTheBoundEndsTheConnectionWhichIsMadeAnew() {
    publisher.send(Frame.CHAIN + ":" + " ".repeat(Subscriber.LARGEST_FRAME));
    awaitSubscriptions();
    assertStillHears();
  }

  @Test
  void aMessageWithoutEndIsLeftBeforeItFillsTheMemory() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Announcements endless =
            Announcements.subscribe(URI.create("tcp://127.0.0.1:" + server.getLocalPort()))) {
      assertThatThrownBy(() -> sendWithoutEnd(server)).isInstanceOf(SocketException.class);
      assertThat(endless.malformed()).isEqualTo(1);
    }
  }

  /** Speaks ZMTP 3.0 as a publisher does, up to a message of which every frame says "more". */
  private static void sendWithoutEnd(ServerSocket server) throws IOException {
    try (Socket socket = server.accept()) {
      OutputStream out = socket.getOutputStream();
      byte[] greeting = new byte[64];
      byte[] head = {(byte) 0xff, 0, 0, 0, 0, 0, 0, 0, 0, 0x7f, 3, 0, 'N', 'U', 'L', 'L'};
      System.arraycopy(head, 0, greeting, 0, head.length);
      out.write(greeting);
      out.write("\4\31\5READY\13Socket-Type\0\0\0\3PUB".getBytes(StandardCharsets.US_ASCII));
      byte[] frame = new byte[9 + Subscriber.LARGEST_FRAME];
      ByteBuffer.wrap(frame)
          .put((byte) 3)
          .putLong(Subscriber.LARGEST_FRAME)
          .put(BLOCK.getBytes(StandardCharsets.US_ASCII));
      for (int sent = 0; sent < 100_000; sent++) {
        out.write(frame);
      }
    }
  }

  @Test
  void whereNobodyListensTheOldestGo() throws InterruptedException {
    for (int height = 0; height < 300; height++) {
      publisher.send(BLOCK.replace(":7,", ":" + height + ","));
      Thread.sleep(height % 20 == 0 ? 5 : 0); // else the socket's own bound drops the newest
    }
    for (int i = 0; i < 200 && announcements.dropped() < 44; i++) {
      Thread.sleep(50);
    }
    assertThat(announcements.dropped()).isEqualTo(44);
    assertThat(
            announcements.next(SOON).map(first -> ((Announcement.ChainGrew) first).firstHeight()))
        .hasValue(44L);
  }

  @Test
  void aPublisherThatDiesAndComesBackIsHeardAgain() {
    publisher.close();
    assertThat(announcements.next(Duration.ofMillis(300))).isEmpty();
    publisher = context.createSocket(SocketType.XPUB);
    publisher.setReceiveTimeOut(20_000);
    publisher.bind(address.toString());
    awaitSubscriptions();
    assertStillHears();
  }

  @Test
  void whereNoPublisherIsNothingComesAndNothingHangs() {
    for (String nobody : List.of("tcp://127.0.0.1:1", "tcp://no-such-host.invalid:18083")) {
      try (Announcements silent = Announcements.subscribe(URI.create(nobody))) {
        assertThat(silent.next(Duration.ofMillis(500))).isEmpty();
      }
    }
  }

  @Test
  void closingWakesWhoWaitsAndEndsTheThread() throws Exception {
    CompletableFuture<Optional<Announcement>> waiting =
        CompletableFuture.supplyAsync(() -> announcements.next(Duration.ofDays(1)));
    Thread.sleep(200);
    announcements.close();
    assertThat(waiting.get(5, TimeUnit.SECONDS)).isEmpty();
    for (int i = 0; i < 100 && listening(); i++) {
      Thread.sleep(50);
    }
    assertThat(listening()).isFalse();
    announcements.close();
    assertThat(announcements.next(Duration.ofDays(1))).isEmpty();
  }

  private boolean listening() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().equals("announcements of " + address));
  }

  @Test
  void anInterruptEndsTheWaitAndNotTheListening() throws Exception {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread waiting =
        new Thread(
            () -> {
              thrown.set(catchThrowable(() -> announcements.next(Duration.ofDays(1))));
              if (!Thread.currentThread().isInterrupted()) {
                thrown.set(new AssertionError("the interrupt was swallowed"));
              }
            });
    waiting.start();
    waiting.interrupt();
    waiting.join(5000);
    assertThat(thrown.get()).isInstanceOf(Interrupted.class).hasMessageContaining("" + address);
    assertStillHears();
  }

  @Test
  void whatIsNoPublisherIsRefusedWithWhatToWrite() {
    for (String wrong : List.of("http://127.0.0.1:1", "tcp://host", "tcp://host:99999", "tcp:x")) {
      assertThatThrownBy(() -> Announcements.subscribe(URI.create(wrong)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a publisher is written tcp://host:port, not " + wrong);
    }
  }
}
