package org.ringlight.truth.story;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ringlight.failure.DataInvalid;
import org.ringlight.protocol.PublicKey;
import org.ringlight.rpc.WalletKeys;
import org.ringlight.rpc.WalletOutput;
import org.ringlight.truth.regtest.WalletProcess;
import org.ringlight.truth.story.plot.Part;
import org.ringlight.truth.story.plot.Story;

/**
 * The auditors of a story: each subject's view key is tried on the finished chain by a real wallet
 * that cannot spend, which must see exactly what the subject's own wallet sees.
 */
final class Auditing {

  private final Story story;
  private final World world;
  private final Company company;
  private final Map<String, Long> seen = new LinkedHashMap<>();

  Auditing(Story story, World world, Company company) {
    this.story = story;
    this.world = world;
    this.company = company;
  }

  /**
   * @param owned what everybody owns, by name
   * @throws DataInvalid if a view key shows something else
   */
  List<Disclosure> disclosures(Map<String, List<WalletOutput>> owned) {
    List<Disclosure> disclosures = new ArrayList<>();
    for (Part.Auditor part : story.parts(Part.Auditor.class).toList()) {
      for (String subject : part.sees()) {
        WalletKeys keys = company.actor(subject).wallet().keys().viewOnly();
        long outputs =
            seen.computeIfAbsent(
                subject,
                name ->
                    world
                        .clock()
                        .during(() -> look(name, keys, owned.getOrDefault(name, List.of()))));
        disclosures.add(
            new Disclosure(
                part.name(), subject, keys.address(), keys.viewKey(), world.now(), outputs));
      }
    }
    return disclosures;
  }

  private long look(String subject, WalletKeys keys, List<WalletOutput> owned) {
    try (WalletProcess wallet =
        WalletProcess.over(keys, world.folder("audit-of-" + subject), world.node())) {
      wallet.refresh();
      Set<PublicKey> found = publicKeys(wallet.client().outputs());
      if (!found.equals(publicKeys(owned))) {
        throw new DataInvalid(
            "the view key of "
                + subject
                + " shows "
                + found.size()
                + " outputs, and "
                + owned.size()
                + " are its own",
            "regtest node at " + world.node().rpc(),
            "this is a mistake of ours: please report it with the story");
      }
      return found.size();
    }
  }

  private static Set<PublicKey> publicKeys(List<WalletOutput> outputs) {
    Set<PublicKey> keys = new HashSet<>();
    outputs.forEach(output -> keys.add(output.publicKey()));
    return keys;
  }
}
