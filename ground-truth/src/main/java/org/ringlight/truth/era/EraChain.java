package org.ringlight.truth.era;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.ringlight.failure.Failure;
import org.ringlight.failure.Interrupted;

/**
 * Writes an era chain in one pass: one thread plans blocks, one makes their bytes, one chains and
 * writes them, with a few hundred blocks between them.
 */
public final class EraChain {

  private static final int AHEAD = 256;

  private EraChain() {}

  /**
   * What was written.
   *
   * @param blocks genesis included
   * @param transactions coinbases left out; fewer than asked for where nothing was left to spend
   * @param outputs coinbases' included
   * @param bytes of the bootstrap file
   */
  public record Written(
      Path folder, long blocks, long transactions, long rings, long outputs, long bytes) {}

  /**
   * Writes the files of a chain into {@code out}, and those of a second chain, if one leaves it,
   * into the folder {@code fork} there. All files get their names at the end or none does.
   *
   * @param out a new or empty folder
   * @param progress told how many blocks are written, of both chains
   * @return one for each chain
   * @throws org.ringlight.failure.ConfigurationInvalid if something is in that folder
   * @throws org.ringlight.failure.StoreUnavailable if a file cannot be written
   */
  public static List<Written> write(EraOptions options, Path out, LongConsumer progress) {
    return write(options, Branch.of(options), out, progress);
  }

  /** Writes the first of these chains, the others, and then gives the first's files their names. */
  private static List<Written> write(
      EraOptions options, List<Branch> branches, Path out, LongConsumer progress) {
    if (branches.isEmpty()) {
      return List.of();
    }
    Branch first = branches.get(0);
    List<Branch> rest = branches.subList(1, branches.size());
    try (ChainFiles files = new ChainFiles(out.resolve(first.folder()), options, first)) {
      write(options, first, files, progress);
      List<Written> others =
          write(options, rest, out, blocks -> progress.accept(options.blocks() + blocks));
      List<Written> written = new ArrayList<>(List.of(files.complete()));
      written.addAll(others);
      return written;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Interrupted("stopped; nothing was written", out.toString(), "run it again", e);
    } catch (ExecutionException e) {
      throw cause(e);
    }
  }

  private static void write(
      EraOptions options, Branch branch, ChainFiles files, LongConsumer progress)
      throws InterruptedException, ExecutionException {
    ExecutorService planning = Executors.newSingleThreadExecutor();
    ExecutorService making = Executors.newSingleThreadExecutor();
    Planner planner = new Planner(options, branch);
    BlockMaker maker = new BlockMaker(options, branch);
    try {
      planner.genesis(files.genesis());
      Deque<Future<BlockMaker.MadeBlock>> ahead = new ArrayDeque<>();
      int next = 1;
      for (int height = 1; height < options.blocks(); height++) {
        while (next < options.blocks() && ahead.size() < AHEAD) {
          int planned = next++;
          Future<Planner.BlockPlan> plan = planning.submit(() -> planner.plan(planned));
          ahead.add(making.submit(() -> maker.make(plan.get())));
        }
        files.block(ahead.remove().get());
        progress.accept(height + 1L);
      }
    } finally {
      planning.shutdownNow();
      making.shutdownNow();
    }
  }

  private static RuntimeException cause(ExecutionException e) {
    Throwable cause = e;
    while (cause instanceof ExecutionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause instanceof Failure failure ? failure : new IllegalStateException(cause);
  }
}
