package org.ringlight.truth.story.plot;

import java.util.List;
import org.ringlight.rpc.WalletClient;
import org.ringlight.truth.story.plot.Cast.Kind;

/** Reads the parts of a story, once everybody's name is known. */
final class PartReader {

  private static final long XMR = 1_000_000_000_000L;
  private static final int OUTPUTS = WalletClient.MAX_DESTINATIONS + 1;

  private final Cast cast;
  private final int lastDay;

  /**
   * @param lastDay of which there is still a turn
   */
  PartReader(Cast cast, int lastDay) {
    this.cast = cast;
    this.lastDay = lastDay;
  }

  Part read(Section part, Kind kind, List<String> names) {
    String name = names.get(0);
    return switch (kind) {
      case POOL -> pool(part, name);
      case MINERS -> people(part, names, Role.MINER);
      case USERS -> people(part, names, Role.USER);
      case EXCHANGE -> exchange(part, name);
      case SWAP_SERVICE -> swapService(part, name);
      case THIEF -> thief(part, name);
      case AUDITOR -> auditor(part, name);
      case DOUBLE_SPENDER ->
          new Part.DoubleSpender(
              name,
              cast.one(part, "cheats", Kind.EXCHANGE),
              part.number("orphaned-blocks", 3, 2, 10));
    };
  }

  private Part.Pool pool(Section part, String name) {
    return new Part.Pool(
        name,
        part.percent("finds-percent", 75),
        somebody(part, "pays", Kind.MINERS),
        part.number("addresses-each", 3, 1, 20),
        part.number("batch", WalletClient.MAX_DESTINATIONS, 1, WalletClient.MAX_DESTINATIONS),
        part.number("every-turns", 1, 1, 1000),
        part.atomic("waits-for-xmr", 20 * XMR),
        part.span("pays-percent", new Span(40, 70), 1, 90));
  }

  private Part.People people(Section part, List<String> names, Role role) {
    return new Part.People(
        names,
        role,
        part.percent("acts-percent", role == Role.MINER ? 50 : 60),
        part.percent("deposits-percent", 30),
        part.percent("tidies-percent", 6),
        part.span("spends-percent", new Span(3, 20), 1, 90),
        somebody(part, "pays", Kind.MINERS, Kind.USERS));
  }

  private Part.Exchange exchange(Section part, String name) {
    return new Part.Exchange(
        name,
        somebody(part, "customers", Kind.MINERS, Kind.USERS),
        part.percent("withdraws-percent", 60),
        part.span("outputs", new Span(2, OUTPUTS), 2, OUTPUTS),
        part.number("consolidates-every-blocks", 40, 1, 100_000),
        part.atomic("waits-for-xmr", XMR),
        part.number("log-precision-seconds", 60, 1, 86_400));
  }

  private Part.SwapService swapService(Section part, String name) {
    return new Part.SwapService(
        name,
        somebody(part, "customers", Kind.MINERS, Kind.USERS),
        part.percent("sells-percent", 5),
        part.percent("buys-percent", 5),
        part.span("share-percent", new Span(5, 30), 1, 90),
        part.number("fee-per-mille", 10, 0, 500));
  }

  private Part.Thief thief(Section part, String name) {
    String victim = cast.one(part, "steals-from", Kind.EXCHANGE);
    String fence =
        part.words("cashes-out-at").isEmpty()
            ? victim
            : cast.one(part, "cashes-out-at", Kind.EXCHANGE);
    return new Part.Thief(
        name,
        victim,
        fence,
        part.number("on-day", Math.max(1, lastDay / 3), 1, lastDay),
        part.span("takes-percent", new Span(70, 90), 1, 95),
        part.number("parts", 8, 2, WalletClient.MAX_DESTINATIONS),
        part.number("hops", 3, 1, 12));
  }

  private Part.Auditor auditor(Section part, String name) {
    if (part.words("sees").isEmpty()) {
      throw part.invalid(
          part.line(), "the auditor " + name + " sees nobody", "write sees: [name, name]");
    }
    return new Part.Auditor(
        name,
        cast.named(
            part,
            "sees",
            Kind.EXCHANGE,
            Kind.SWAP_SERVICE,
            Kind.POOL,
            Kind.MINERS,
            Kind.USERS,
            Kind.THIEF));
  }

  private List<String> somebody(Section part, String key, Kind... kinds) {
    List<String> names = cast.named(part, key, kinds);
    if (names.isEmpty()) {
      throw part.invalid(
          part.line(), "there is nobody for '" + key + "'", "add miners or users to the story");
    }
    return names;
  }
}
