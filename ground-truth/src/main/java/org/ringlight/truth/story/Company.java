package org.ringlight.truth.story;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ringlight.truth.story.plot.Part;
import org.ringlight.truth.story.plot.Role;
import org.ringlight.truth.story.plot.Story;

/** The actors of a story in its world: who they are, who finds blocks, and how they behave. */
final class Company {

  private final Story story;
  private final World world;
  private final Map<String, Actor> actors;
  private final Map<String, ExchangeDesk> desks = new LinkedHashMap<>();
  private final Dice dice;

  /** Starts everybody's wallet. */
  Company(Story story, World world) {
    this.story = story;
    this.world = world;
    this.actors = world.enter(roles(story));
    this.dice = new Dice(story.seed(), "blocks");
  }

  private static Map<String, Role> roles(Story story) {
    Map<String, Role> roles = new LinkedHashMap<>();
    for (Part part : story.parts()) {
      role(part).ifPresent(role -> part.names().forEach(name -> roles.put(name, role)));
    }
    return roles;
  }

  /** What those of {@code part} are; nothing for auditors, who have no wallet. */
  private static Optional<Role> role(Part part) {
    if (part instanceof Part.People people) {
      return Optional.of(people.role());
    } else if (part instanceof Part.Pool) {
      return Optional.of(Role.MINING_POOL);
    } else if (part instanceof Part.Exchange) {
      return Optional.of(Role.EXCHANGE);
    } else if (part instanceof Part.SwapService) {
      return Optional.of(Role.SWAP_SERVICE);
    } else if (part instanceof Part.Thief) {
      return Optional.of(Role.THIEF);
    } else if (part instanceof Part.DoubleSpender) {
      return Optional.of(Role.DOUBLE_SPENDER);
    }
    return Optional.empty();
  }

  Actor actor(String name) {
    Actor actor = actors.get(name);
    if (actor == null) {
      throw new IllegalArgumentException("nobody is called " + name);
    }
    return actor;
  }

  /** The exchange of that name. */
  ExchangeDesk desk(String name) {
    ExchangeDesk desk = desks.get(name);
    if (desk == null) {
      throw new IllegalArgumentException("no exchange is called " + name);
    }
    return desk;
  }

  /** Every exchange, by name. */
  Map<String, ExchangeDesk> desks() {
    return Map.copyOf(desks);
  }

  /** Who finds the blocks of the opening that belong to somebody, in the order they are found. */
  List<Actor> openers() {
    List<Actor> openers = new ArrayList<>();
    for (Part part : story.parts()) {
      for (String name : part.names()) {
        for (int i = 0; i < story.openers().getOrDefault(name, 0); i++) {
          openers.add(actor(name));
        }
      }
    }
    return openers;
  }

  /** Who finds the next block: a pool, each as often as it says, else a miner. */
  Actor finder() {
    int face = dice.between(1, 100);
    for (Part.Pool pool : story.parts(Part.Pool.class).toList()) {
      face -= pool.findsPercent();
      if (face <= 0) {
        return actor(pool.name());
      }
    }
    return actor(dice.oneOf(story.people(Role.MINER).toList()));
  }

  /** Gives everybody what they do; the wallets have read the opening by now. */
  void settle(Rates rates) {
    story
        .parts(Part.Exchange.class)
        .forEach(
            part -> {
              ExchangeDesk desk = new ExchangeDesk(actor(part.name()), part, all(part.customers()));
              desks.put(part.name(), desk);
            });
    story.parts(Part.Pool.class).forEach(this::pay);
    desks.forEach((name, desk) -> world.behaves(actor(name), desk));
    story.parts(Part.Thief.class).forEach(this::steal);
    story
        .parts(Part.DoubleSpender.class)
        .forEach(part -> desk(part.victim()).register(actor(part.name())));
    story.parts(Part.People.class).forEach(this::live);
    story.parts(Part.SwapService.class).forEach(part -> swap(part, rates));
  }

  private void pay(Part.Pool part) {
    List<Payee> addresses = new ArrayList<>();
    for (Actor miner : all(part.pays())) {
      addresses.add(worker(miner, miner.address()));
      for (int i = 1; i < part.addressesEach(); i++) {
        addresses.add(worker(miner, miner.newSubaddress("pool payouts", "").address()));
      }
    }
    Actor pool = actor(part.name());
    world.behaves(pool, new PoolPayouts(pool, part, addresses));
  }

  /** A payout address with the share of its hash rate. */
  private static Payee worker(Actor miner, String address) {
    return new Payee(miner.name(), address, miner.dice().between(1, 9));
  }

  private void steal(Part.Thief part) {
    Actor thief = actor(part.name());
    Actor victim = actor(part.victim());
    Instant day = story.start().plus(part.onDay(), ChronoUnit.DAYS);
    desk(part.fence()).register(thief);
    world.behaves(victim, new Heist(victim, thief, day, part.takesPercent()));
    world.behaves(thief, new Laundering(thief, part, desk(part.fence())));
  }

  private void live(Part.People part) {
    for (Actor person : all(part.names())) {
      List<ExchangeDesk> exchanges =
          story
              .parts(Part.Exchange.class)
              .filter(exchange -> exchange.customers().contains(person.name()))
              .map(exchange -> desk(exchange.name()))
              .toList();
      world.behaves(person, new DailyLife(person, part, all(part.friends()), exchanges));
    }
  }

  private void swap(Part.SwapService part, Rates rates) {
    Actor service = actor(part.name());
    List<Actor> customers = all(part.customers());
    SwapDesk desk =
        new SwapDesk(service, part, customers, rates, world.journal(), bitcoin(part, service));
    world.behaves(service, desk);
    for (Actor customer : customers) {
      world.behaves(customer, desk.saleBy(customer, bitcoin(part, customer)));
    }
  }

  private InventedBitcoin bitcoin(Part.SwapService part, Actor who) {
    return new InventedBitcoin(story.seed() + " " + part.name() + " " + who.name());
  }

  private List<Actor> all(List<String> names) {
    return names.stream().map(this::actor).toList();
  }
}
