package org.ringlight.truth.regtest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.Failure;
import org.ringlight.failure.Interrupted;

/** Wallets that are started side by side: each takes a processor for some seconds. */
public final class WalletGroup {

  private WalletGroup() {}

  /**
   * Starts a wallet for each name, all of them or none.
   *
   * @param phrases what the keys follow from, by name
   * @param folder where each wallet gets a folder of its name
   * @return the wallets by name, in the order of {@code phrases}
   */
  public static Map<String, WalletProcess> start(
      Map<String, String> phrases, Path folder, MonerodProcess node) {
    List<Callable<WalletProcess>> starts = new ArrayList<>();
    phrases.forEach(
        (name, phrase) ->
            starts.add(() -> WalletProcess.ofPhrase(phrase, folder.resolve(name), node)));
    ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      return named(List.copyOf(phrases.keySet()), threads.invokeAll(starts));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Interrupted("stopped while wallets start", folder.toString(), "run it again", e);
    } finally {
      threads.shutdownNow();
    }
  }

  private static Map<String, WalletProcess> named(
      List<String> names, List<Future<WalletProcess>> started) throws InterruptedException {
    Map<String, WalletProcess> wallets = new LinkedHashMap<>();
    Throwable failed = null;
    for (int i = 0; i < names.size(); i++) {
      try {
        wallets.put(names.get(i), started.get(i).get());
      } catch (ExecutionException e) {
        failed = e.getCause();
      }
    }
    if (wallets.size() < names.size()) {
      wallets.values().forEach(WalletProcess::close);
      throw failure(failed);
    }
    return wallets;
  }

  private static RuntimeException failure(@Nullable Throwable cause) {
    return cause instanceof Failure failure ? failure : new IllegalStateException(cause);
  }
}
