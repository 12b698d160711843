package org.ringlight.analytics.finding;

import java.util.regex.Pattern;

/**
 * Who makes a claim. Two runs with one id over one chain say the same.
 *
 * @param name lower-case letters, digits and hyphens, as {@code guess-newest}; at most 64
 * @param version of its rules: another one may say something else
 * @param parameters what it was set to, as {@code key=value} pairs in words of its own; empty where
 *     there is nothing to set
 */
public record HeuristicId(String name, String version, String parameters) {

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
  private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.+_-]{0,31}");
  private static final Pattern PARAMETERS = Pattern.compile("[\\p{Print}&&[^\"|]]{0,1000}");

  public HeuristicId {
    require("name", NAME, name);
    require("version", VERSION, version);
    require("parameters", PARAMETERS, parameters);
  }

  private static void require(String what, Pattern form, String value) {
    if (!form.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "the "
              + what
              + " of a heuristic has the form "
              + form
              + ", not "
              + value.substring(0, Math.min(80, value.length())));
    }
  }

  /** The name, with the parameters where there are any. */
  @Override
  public String toString() {
    return parameters.isEmpty() ? name : name + " (" + parameters + ")";
  }
}
