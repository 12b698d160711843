package org.ringlight.lab;

import java.util.ArrayList;
import java.util.List;
import org.ringlight.analytics.proof.Derivation;
import org.ringlight.analytics.proof.DerivationText;
import org.ringlight.analytics.proof.DerivedRing;
import org.ringlight.analytics.proof.Place;
import org.ringlight.protocol.OutputName;

/**
 * What is known of a ring and why, down to its leaves, each step checked against the rings. Shows
 * itself as the words of {@code ringlight prove}.
 */
public record Proof(Derivation derivation) implements Shown {

  /** How many members may be spent, as far as is known. */
  public long possible() {
    return derivation.ring().possible();
  }

  /** The ring as a picture, with all that is known of it. */
  public RingPicture picture() {
    List<RingPicture> steps = steps();
    return steps.get(steps.size() - 1);
  }

  /** The same, first with all members as candidates, then with one more reason at a time. */
  public List<RingPicture> steps() {
    DerivedRing ring = derivation.ring();
    List<RingPicture.Member> candidates = new ArrayList<>();
    for (Place member : ring.members()) {
      candidates.add(
          RingPicture.Member.candidate(
              name(member), Math.min(Math.max(0, member.height()), ring.height())));
    }
    RingPicture now = new RingPicture(ring.image().toString(), ring.height(), candidates);
    List<RingPicture> steps = new ArrayList<>(List.of(now));
    for (Place member : ring.members()) {
      if (member.reason() instanceof Place.Reason.TakenBy taken) {
        now =
            now.eliminate(name(member), "step " + taken.step() + ": spent by ring " + taken.ring());
        steps.add(now);
      } else if (member.reason() instanceof Place.Reason.StruckBy struck) {
        now = now.eliminate(name(member), "not in " + struck.words());
        steps.add(now);
      }
    }
    List<Place> spent =
        ring.members().stream()
            .filter(member -> member.reason() instanceof Place.Reason.Spent)
            .toList();
    if (spent.size() == 1) {
      steps.add(now.spend(name(spent.get(0)), "nothing else is left"));
    }
    return steps;
  }

  private static String name(Place member) {
    OutputName output = member.output();
    return output == null ? "key " + member.key() : output.toString();
  }

  @Override
  public String mimeType() {
    return "text/html";
  }

  @Override
  public String content() {
    return "<pre>" + Tabular.escaped(toString()) + "</pre>";
  }

  @Override
  public String toString() {
    return String.join("\n", DerivationText.of(derivation));
  }
}
