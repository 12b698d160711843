package org.ringlight.rpc.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.ringlight.failure.DataInvalid;
import org.ringlight.failure.Failure;
import org.ringlight.failure.Interrupted;
import org.ringlight.failure.NodeUnreachable;
import org.ringlight.rpc.Login;
import org.ringlight.rpc.NodeListener;
import org.ringlight.rpc.NodeOptions;

/**
 * HTTP to one node. Connections are kept alive (monerod cuts large answers short under {@code
 * Connection: close}) and what was announced is compared with what came; answers are bounded in
 * bytes, silence and whole time; calls are repeated with growing pauses where that can help. Safe
 * for use by several threads.
 */
public final class Transport implements AutoCloseable {

  private static final int CONNECTIONS = 8;

  private final NodeOptions node;
  private final NodeListener listener;
  private final Program program;
  private final LoginSource logins;
  private final CloseableHttpClient client;
  private final ScheduledExecutorService deadlines;

  /** To a monerod, with the login of these options. */
  public Transport(NodeOptions node, NodeListener listener) {
    this(node, listener, Program.MONEROD, node::login);
  }

  /** To any program; the options' own login is not used. */
  public Transport(NodeOptions node, NodeListener listener, Program program, LoginSource logins) {
    this.node = node;
    this.listener = listener;
    this.program = program;
    this.logins = logins;
    this.client = httpClient(node, program == Program.MONEROD ? node.login() : Optional.empty());
    this.deadlines =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "answer deadlines of " + node.uri());
              thread.setDaemon(true);
              return thread;
            });
  }

  private static CloseableHttpClient httpClient(NodeOptions node, Optional<Login> digest) {
    Timeout silence = Timeout.of(node.readTimeout());
    ManagedHttpClientConnectionFactory connections =
        ManagedHttpClientConnectionFactory.builder()
            .http1Config(
                Http1Config.custom().setMaxHeaderCount(100).setMaxLineLength(1 << 14).build())
            .build();
    HttpClientBuilder builder =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setConnectionFactory(connections)
                    .setTlsSocketStrategy(Tls.strategy(node.trust()))
                    .setMaxConnTotal(CONNECTIONS)
                    .setMaxConnPerRoute(CONNECTIONS)
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(Timeout.of(node.connectTimeout()))
                            .setSocketTimeout(silence)
                            .setValidateAfterInactivity(TimeValue.ofSeconds(2))
                            .build())
                    .build())
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setResponseTimeout(silence)
                    .setConnectionRequestTimeout(Timeout.of(node.answerTimeout()))
                    .build())
            .disableAutomaticRetries()
            .disableContentCompression()
            .disableCookieManagement()
            .disableRedirectHandling()
            .setUserAgent("ringlight");
    digest.ifPresent(
        login -> {
          BasicCredentialsProvider credentials = new BasicCredentialsProvider();
          credentials.setCredentials(
              new AuthScope(node.uri().getHost(), -1),
              new UsernamePasswordCredentials(login.user(), login.password().toCharArray()));
          builder.setDefaultCredentialsProvider(credentials);
        });
    return builder.build();
  }

  /** The node's address. */
  public URI uri() {
    return node.uri();
  }

  /** Where a call goes, for messages. */
  String where(Call call) {
    return resolve(call) + (call.subject().isEmpty() ? "" : ", " + call.subject());
  }

  /**
   * Sends the call, repeats it where that can help, and decodes the answer.
   *
   * @param decode throws {@link Busy} where the answer says to come back later, and any {@link
   *     DataInvalid} without where it came from, which is added here
   */
  <T> T send(Call call, Function<Body, T> decode) {
    Duration pause = node.retries().first();
    for (int attempt = 1; ; attempt++) {
      String why;
      Exception cause;
      try {
        Body body = exchange(call);
        return decoded(call, body, decode);
      } catch (Busy | LoginSource.LoginAway busy) {
        why = String.valueOf(busy.getMessage());
        cause = busy;
      } catch (IOException e) {
        why = Complaint.about(e, node);
        cause = e;
      }
      if (attempt >= node.retries().attempts()) {
        throw new NodeUnreachable(
            why,
            where(call) + ", tried " + (attempt == 1 ? "once" : attempt + " times"),
            program.aboutSilence(),
            cause);
      }
      listener.retrying(node.uri(), why + " [" + where(call) + "]", attempt, pause);
      sleep(pause, call);
      Duration twice = pause.multipliedBy(2);
      pause = twice.compareTo(node.retries().longest()) > 0 ? node.retries().longest() : twice;
    }
  }

  private <T> T decoded(Call call, Body body, Function<Body, T> decode) {
    Complaint.checkBody(body, program, where(call));
    try {
      return decode.apply(body);
    } catch (DataInvalid e) {
      throw e.within(where(call));
    }
  }

  private Body exchange(Call call) throws IOException {
    HttpPost post = new HttpPost(resolve(call));
    post.setEntity(new ByteArrayEntity(call.body(), call.contentType()));
    Optional<Login> login = logins.now();
    if (program == Program.BITCOIND) {
      login.ifPresent(given -> post.setHeader(HttpHeaders.AUTHORIZATION, given.basic()));
    }
    AtomicBoolean late = new AtomicBoolean();
    Future<?> deadline =
        deadlines.schedule(
            () -> {
              late.set(true);
              post.cancel();
            },
            node.answerTimeout().toMillis(),
            TimeUnit.MILLISECONDS);
    try {
      return client.execute(
          post,
          HttpClientContext.create(),
          response -> {
            try {
              return read(response, call, login);
            } catch (IOException | RuntimeException e) {
              post.cancel(); // else the rest of the body is awaited to save the connection
              throw e;
            }
          });
    } catch (SSLException e) {
      Failure failure = Complaint.aboutTls(e, where(call));
      if (failure != null) {
        throw failure;
      }
      throw e;
    } catch (Body.TooLarge e) {
      throw new DataInvalid(
          e.getMessage() + ", over the bound of " + node.largestAnswer(),
          where(call),
          "raise the bound if the node is yours, else ask another",
          e);
    } catch (IOException e) {
      if (Thread.currentThread().isInterrupted()
          || (e instanceof InterruptedIOException
              && e.getClass() == InterruptedIOException.class)) {
        throw interrupted(call, e);
      }
      if (late.get()) {
        throw new Body.Late(Complaint.seconds(node.answerTimeout().toMillis()), e);
      }
      throw e;
    } finally {
      deadline.cancel(false);
    }
  }

  private Body read(ClassicHttpResponse response, Call call, Optional<Login> sent)
      throws IOException {
    if (response.getCode() == HttpStatus.SC_UNAUTHORIZED && !logins.now().equals(sent)) {
      throw new Busy("the node's login has just changed");
    }
    if (response.getCode() != HttpStatus.SC_OK) {
      Failure failure = Complaint.aboutStatus(response, sent.isPresent(), program, where(call));
      if (failure != null) {
        throw failure;
      }
      throw new Busy("HTTP " + response.getCode() + " " + response.getReasonPhrase());
    }
    HttpEntity entity = response.getEntity();
    Complaint.checkEntity(entity, program, where(call));
    return Body.read(entity.getContent(), entity.getContentLength(), node.largestAnswer());
  }

  private URI resolve(Call call) {
    String base = node.uri().toString();
    return URI.create((base.endsWith("/") ? base : base + "/") + call.path());
  }

  private void sleep(Duration pause, Call call) {
    long millis = pause.toMillis();
    try {
      Thread.sleep(millis - ThreadLocalRandom.current().nextLong(millis / 2 + 1));
    } catch (InterruptedException e) {
      throw interrupted(call, e);
    }
  }

  private Interrupted interrupted(Call call, Exception e) {
    Thread.currentThread().interrupt();
    return new Interrupted("stopped while asking a node", where(call), "start again to go on", e);
  }

  @Override
  public void close() {
    deadlines.shutdownNow();
    client.close(CloseMode.GRACEFUL);
  }
}
