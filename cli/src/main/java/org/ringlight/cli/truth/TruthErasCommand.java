package org.ringlight.cli.truth;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.ringlight.cli.CtrlC;
import org.ringlight.cli.ExitCode;
import org.ringlight.cli.progress.Stand;
import org.ringlight.cli.progress.Ticker;
import org.ringlight.failure.Interrupted;
import org.ringlight.truth.age.AgeLaws;
import org.ringlight.truth.era.EraChain;
import org.ringlight.truth.era.EraOptions;
import org.ringlight.truth.era.Feature;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ringlight truth eras}. */
@Command(
    name = "eras",
    description = {
      "Writes a chain of all sixteen hard forks whose every true spend is known: blockchain.raw,"
          + " which monero-blockchain-import takes, truth.csv, and more beside them.",
      "The same seed and options make the same bytes. Nothing is signed; the real node serves such"
          + " a chain all the same (ringlight truth serve)."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ringlight truth eras --seed 1 --blocks 2000 --txs 20000 --out eras",
      "  ringlight truth eras --blocks 9000 --txs 90000 --fork-at 7000 --out two",
      "  ringlight truth eras --modern --without floods,p2pool --out now"
    })
final class TruthErasCommand implements Callable<Integer> {

  @ParentCommand TruthCommand truth;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Of all that is left to chance. Default: ${DEFAULT-VALUE}.")
  long seed;

  @Option(
      names = "--blocks",
      paramLabel = "N",
      defaultValue = "2000",
      description = "How many, genesis included. Default: ${DEFAULT-VALUE}.")
  int blocks;

  @Option(
      names = "--txs",
      paramLabel = "T",
      defaultValue = "20000",
      description = "How many transactions, coinbases left out. Default: ${DEFAULT-VALUE}.")
  long transactions;

  @Option(
      names = "--fork-at",
      paramLabel = "H",
      description = "Write a second chain into DIR/fork that is another from this height on.")
  @Nullable Long forkAt;

  @Option(
      names = "--modern",
      paramLabel = "DATE",
      arity = "0..1",
      fallbackValue = "2022-08-14",
      description = {
        "Hard fork 16 throughout, a block every 120 seconds from this day on (default"
            + " ${FALLBACK-VALUE}), instead of 2014 to 2024 in fast motion."
      })
  @Nullable LocalDate modern;

  @Option(
      names = "--spend-ages",
      paramLabel = "LAW",
      description = {
        "How old what is truly spent is: log-gamma(SHAPE,RATE),"
            + " log-gb2(SHAPE1,SCALE,SHAPE2,SHAPE3), empirical(FILE), or a mixture such as"
            + " 0.7*log-gamma(19.28,1.61) + 0.3*log-gamma(27,2.9), which is close to the default."
      })
  String spendAges = EraOptions.USUAL_SPEND_AGES;

  @Option(
      names = "--without",
      paramLabel = "FEATURE",
      split = ",",
      description = {
        "Leave out: view-tags, forks, cycles, identical, floods, cached-decoys, differ-by-one,"
            + " duplicate-keys, payment-ids, p2pool, wrapping, odd-extra, unlock-times,"
            + " third-party, unmixable."
      })
  List<String> without = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "A new or empty folder for the files.")
  @Nullable Path out;

  @Override
  public Integer call() {
    EraOptions options = options();
    AtomicLong written = new AtomicLong();
    AtomicBoolean stopped = new AtomicBoolean();
    CtrlC.does(() -> stopped.set(true));
    long chains = options.forkAt().isPresent() ? 2 : 1;
    List<EraChain.Written> made =
        Ticker.during(
            truth.parent.progress(),
            truth.parent.talk(),
            () -> new Stand("write", "blocks", written.get(), chains * blocks, List.of()),
            () ->
                EraChain.write(
                    options,
                    folder(),
                    blocks -> {
                      if (stopped.get()) {
                        throw new Interrupted(
                            "stopped; nothing was written", folder().toString(), "run it again");
                      }
                      written.set(blocks);
                    }));
    made.forEach(this::say);
    truth.parent.out().flush();
    return ExitCode.DONE;
  }

  private EraOptions options() {
    Set<Feature> left = EnumSet.noneOf(Feature.class);
    without.forEach(word -> left.add(Feature.parse(word)));
    return new EraOptions(
        seed,
        blocks,
        transactions,
        forkAt == null ? OptionalLong.empty() : OptionalLong.of(forkAt),
        Optional.ofNullable(modern),
        AgeLaws.parse(spendAges),
        left);
  }

  private Path folder() {
    if (out == null) {
      throw new IllegalStateException("--out is required");
    }
    return out;
  }

  private void say(EraChain.Written chain) {
    truth
        .parent
        .out()
        .printf(
            Locale.ROOT,
            "%,d blocks, %,d transactions, %,d rings, %,d outputs, %,d MB in %s; every true spend"
                + " is in %s.%n",
            chain.blocks(),
            chain.transactions(),
            chain.rings(),
            chain.outputs(),
            chain.bytes() / 1_000_000,
            chain.folder().resolve("blockchain.raw"),
            chain.folder().resolve("truth.csv"));
    if (chain.transactions() < transactions) {
      truth
          .parent
          .talk()
          .printf(
              Locale.ROOT,
              "ringlight: %,d of the %,d transactions asked for found nothing to spend; give more"
                  + " blocks, or younger spend ages.%n",
              transactions - chain.transactions(),
              transactions);
    }
  }
}
