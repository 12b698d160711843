package org.ringlight.graph.server;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringlight.failure.ConfigurationInvalid;

/** Which versions of Neo4j are known to do: 5.26 and what came after it, numbered by the year. */
final class SupportedVersion {

  private static final Pattern FORM = Pattern.compile("([0-9]{1,4})\\.([0-9]{1,4})(\\D.*)?");
  private static final int MAJOR = 5;
  private static final int MINOR = 26;

  private SupportedVersion() {}

  /**
   * Passes a version that is new enough.
   *
   * @param version as the server tells it, as in {@code 5.26.30} or {@code 2025.01.0}
   * @throws ConfigurationInvalid for an older one, or what is no version
   */
  static void require(String version, String where) {
    Matcher form = FORM.matcher(version);
    if (!form.matches()) {
      throw new ConfigurationInvalid(
          "'" + version + "' is no version of Neo4j", where, "use Neo4j 5.26 or newer");
    }
    int major = Integer.parseInt(form.group(1));
    if (major < MAJOR || (major == MAJOR && Integer.parseInt(form.group(2)) < MINOR)) {
      throw new ConfigurationInvalid(
          "Neo4j " + version + " is too old", where, "use Neo4j 5.26 or newer");
    }
  }
}
