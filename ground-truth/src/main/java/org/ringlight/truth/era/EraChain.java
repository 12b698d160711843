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
   * into the folder {@code fork} there. Files of those names are replaced, all or none.
   *
   * @param progress told how many blocks are written, of both chains
   * @return one for each chain
   * @throws org.ringlight.failure.StoreUnavailable if a file cannot be written
   */
  public static List<Written> write(EraOptions options, Path out, LongConsumer progress) {
    List<Written> written = new ArrayList<>();
    for (Branch branch : Branch.of(options)) {
      long before = (long) written.size() * options.blocks();
      written.add(
          write(options, branch, out.resolve(branch.folder()), n -> progress.accept(before + n)));
    }
    return written;
  }

  private static Written write(EraOptions options, Branch branch, Path out, LongConsumer progress) {
    ExecutorService planning = Executors.newSingleThreadExecutor();
    ExecutorService making = Executors.newSingleThreadExecutor();
    Planner planner = new Planner(options, branch);
    BlockMaker maker = new BlockMaker(options, branch);
    try (ChainFiles files = new ChainFiles(out, options, branch)) {
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
      return files.complete();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Interrupted("stopped; nothing was written", out.toString(), "run it again", e);
    } catch (ExecutionException e) {
      throw cause(e);
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
