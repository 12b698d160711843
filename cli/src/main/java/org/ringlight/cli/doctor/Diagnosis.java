package org.ringlight.cli.doctor;

/**
 * One thing looked at.
 *
 * @param finding what is so, and where it is not good, what to do
 */
public record Diagnosis(Grade grade, String what, String finding) {

  /** How it stands. */
  public enum Grade {
    GOOD("ok"),
    /** Works, but may bite. */
    DOUBTFUL("note"),
    BAD("BAD");

    private final String word;

    Grade(String word) {
      this.word = word;
    }

    /** As it is printed. */
    public String word() {
      return word;
    }
  }

  static Diagnosis good(String what, String finding) {
    return new Diagnosis(Grade.GOOD, what, finding);
  }

  static Diagnosis doubtful(String what, String finding) {
    return new Diagnosis(Grade.DOUBTFUL, what, finding);
  }

  static Diagnosis bad(String what, String finding) {
    return new Diagnosis(Grade.BAD, what, finding);
  }
}
