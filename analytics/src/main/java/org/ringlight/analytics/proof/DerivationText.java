package org.ringlight.analytics.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.ringlight.analytics.finding.Claim;
import org.ringlight.analytics.finding.Guarantee;
import org.ringlight.protocol.OutputName;

/**
 * A derivation in words, leaves first: a line for each step, and one for each member under it. No
 * line breaks within: words of assumptions, files and forks come from outside, and must not look
 * like lines of a proof.
 */
public final class DerivationText {

  /** What would end a line, or what a terminal obeys instead of showing it. */
  private static final Pattern CODES = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]");

  private static final String ASSUMED = " and the assumptions it names";

  private final List<String> lines = new ArrayList<>();

  private DerivationText() {}

  /** The lines. */
  public static List<String> of(Derivation derivation) {
    DerivationText text = new DerivationText();
    text.write(derivation);
    return text.lines.stream().map(DerivationText::printable).toList();
  }

  /** Words on one line, without codes. */
  static String printable(String words) {
    return CODES.matcher(words).replaceAll("?");
  }

  private void write(Derivation derivation) {
    for (Step step : derivation.steps()) {
      step(step);
      lines.add("");
    }
    DerivedRing ring = derivation.ring();
    if (derivation.steps().stream().noneMatch(step -> isOf(step, ring))) {
      lines.add("ring " + ring.image() + " " + where(ring));
      members(ring, "  ");
      lines.add("");
    }
    lines.add(conclusion(derivation));
    lines.add(guarantee(derivation));
    if (derivation.rejections().isEmpty()) {
      lines.add(
          derivation.checked() == 0
              ? "checked: no finding is about this ring"
              : "checked: every step follows from the rings"
                  + (isAssuming(derivation) ? ASSUMED : ""));
    } else {
      derivation.rejections().forEach(one -> lines.add("REJECTED: " + one));
      lines.add(
          "checked: "
              + derivation.rejections().size()
              + " findings do not follow from the rings and count for nothing here");
    }
  }

  private static boolean isAssuming(Derivation derivation) {
    return derivation.guarantee().assumption() != null
        || derivation.steps().stream().anyMatch(step -> step.guarantee().assumption() != null);
  }

  private static boolean isOf(Step step, DerivedRing ring) {
    return step.rings().stream().anyMatch(one -> one.image().equals(ring.image()));
  }

  private void step(Step step) {
    String head = step.number() + ". " + step.heuristic() + ", " + level(step.guarantee()) + ": ";
    if (step.kind() == Claim.Kind.CLOSED_SET) {
      lines.add(
          head
              + "these "
              + step.rings().size()
              + " rings have "
              + step.rings().size()
              + " keys left for them: they spend these, which spends which is not said");
      for (DerivedRing ring : step.rings()) {
        lines.add("     ring " + ring.image() + " " + where(ring));
        members(ring, "       ");
      }
    } else {
      DerivedRing ring = step.rings().get(0);
      lines.add(head + "ring " + ring.image() + " " + where(ring) + " spends " + spent(ring));
      members(ring, "     ");
    }
    String assumption = step.guarantee().assumption();
    if (assumption != null) {
      lines.add("     if " + assumption);
    }
  }

  private static String level(Guarantee guarantee) {
    return guarantee.level().word();
  }

  private static String where(DerivedRing ring) {
    return ring.onChain()
        ? "at height " + ring.height()
        : "(not on the main chain; its members are those that all its rings have in common)";
  }

  private static String spent(DerivedRing ring) {
    List<String> spent =
        ring.members().stream()
            .filter(member -> member.reason() instanceof Place.Reason.Spent)
            .map(DerivationText::name)
            .toList();
    return spent.size() == 1
        ? spent.get(0)
        : "one of " + String.join(" ", spent) + ", which have one key";
  }

  private static String name(Place member) {
    OutputName output = member.output();
    return output == null ? "key " + member.key() : output.toString();
  }

  private void members(DerivedRing ring, String indent) {
    int width = ring.members().stream().mapToInt(one -> name(one).length()).max().orElse(0);
    for (Place member : ring.members()) {
      String name = name(member);
      lines.add(
          indent
              + name
              + " ".repeat(width - name.length())
              + (member.output() == null
                  ? ""
                  : "  height " + member.height() + "  key " + member.key())
              + (member.times() > 1 ? "  named " + member.times() + " times" : "")
              + "  "
              + reason(member.reason()));
    }
  }

  private static String reason(Place.Reason reason) {
    if (reason instanceof Place.Reason.TakenBy taken) {
      return "out: step " + taken.step();
    } else if (reason instanceof Place.Reason.StruckBy struck) {
      return "out: " + struck.words();
    } else if (reason instanceof Place.Reason.OfSet) {
      return "left for the set";
    }
    return reason instanceof Place.Reason.Spent ? "spent" : "possible";
  }

  private static String conclusion(Derivation derivation) {
    DerivedRing ring = derivation.ring();
    String count = ring.possible() + " of " + ring.members().size() + " members are possible";
    return switch (derivation.state()) {
      case RESOLVED -> "ring " + ring.image() + " spends " + spent(ring);
      case NARROWED -> "ring " + ring.image() + " spends one of those left: " + count;
      case OPEN -> "ring " + ring.image() + ": " + count;
    };
  }

  private static String guarantee(Derivation derivation) {
    String assumption = derivation.guarantee().assumption();
    boolean inSet = derivation.steps().stream().anyMatch(step -> isOf(step, derivation.ring()));
    if (derivation.state() == Derivation.State.OPEN && !inSet) {
      return "nothing is proven of it";
    }
    return assumption == null
        ? "proven: it follows from the rings alone"
        : "conditional: it holds only if " + assumption;
  }
}
