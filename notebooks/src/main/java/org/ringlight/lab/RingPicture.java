package org.ringlight.lab;

import java.util.ArrayList;
import java.util.List;

/**
 * A ring on a time axis: what is known of each member, and why. Shows itself as a picture. Each
 * change is a new ring, so that a proof can be shown step by step.
 *
 * @param keyImage the ring's key image, 64 hex digits
 * @param height the height of the block that the ring stands in
 * @param members in the ring's order; at most one is spent
 */
public record RingPicture(String keyImage, long height, List<Member> members) implements Shown {

  /** What is known of a member. */
  public enum State {
    /** It may be the one that is spent. */
    CANDIDATE,
    /** It is not the one: it is spent elsewhere, or cannot be spent here. */
    ELIMINATED,
    /** It is the one. */
    SPENT
  }

  /**
   * A member.
   *
   * @param name the output, as {@code SPACE:INDEX}
   * @param height where it was created
   * @param reason why the state is what it is; empty for a candidate
   */
  public record Member(String name, long height, State state, String reason) {

    /** One of whom nothing is known. */
    public static Member candidate(String name, long height) {
      return new Member(name, height, State.CANDIDATE, "");
    }
  }

  public RingPicture {
    members = List.copyOf(members);
    if (members.stream().filter(member -> member.state() == State.SPENT).count() > 1) {
      throw new IllegalArgumentException(
          "a ring spends one member [" + keyImage + "]; two are said to be spent");
    }
    for (Member member : members) {
      if (member.height() < 0 || member.height() > height) {
        throw new IllegalArgumentException(
            "member "
                + member.name()
                + " is of height "
                + member.height()
                + ", its ring of "
                + height
                + " ["
                + keyImage
                + "]; a member is older than its ring");
      }
    }
  }

  /** The ring without one of its candidates. */
  public RingPicture eliminate(String name, String reason) {
    return with(name, State.ELIMINATED, reason);
  }

  /** The ring with the member that it spends; what was a candidate is a decoy then. */
  public RingPicture spend(String name, String reason) {
    RingPicture ring = with(name, State.SPENT, reason);
    for (Member member : ring.members) {
      if (member.state() == State.CANDIDATE) {
        ring = ring.eliminate(member.name(), "a decoy: the ring spends " + name);
      }
    }
    return ring;
  }

  private RingPicture with(String name, State state, String reason) {
    List<Member> changed = new ArrayList<>();
    boolean found = false;
    for (Member member : members) {
      boolean same = member.name().equals(name);
      found |= same;
      changed.add(same ? new Member(name, member.height(), state, reason) : member);
    }
    if (!found) {
      throw new IllegalArgumentException(
          name + " is no member of this ring [" + keyImage + "]; members() names them");
    }
    return new RingPicture(keyImage, height, changed);
  }

  /** How many members may be the spent one: 1 where it is known. */
  public long candidates() {
    return members.stream().anyMatch(member -> member.state() == State.SPENT)
        ? 1
        : members.stream().filter(member -> member.state() == State.CANDIDATE).count();
  }

  /** Draws it. */
  public Picture draw() {
    return RingDrawing.of(this);
  }

  @Override
  public String mimeType() {
    return draw().mimeType();
  }

  @Override
  public String content() {
    return draw().content();
  }

  @Override
  public String toString() {
    return draw().toString();
  }
}
