package org.ringlight.truth.age;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ringlight.analytics.finding.TextLines;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.DataInvalid;
import org.ringlight.failure.StoreUnavailable;

/**
 * Age laws in writing: {@code log-gamma(19.28,1.61)}, {@code log-gb2(4.462,20.62,0.5553,7.957)},
 * {@code empirical(FILE)}, or a mixture of them, {@code 0.7*log-gamma(19.28,1.61) +
 * 0.3*log-gamma(30,3)}.
 */
public final class AgeLaws {

  /** More lines than this are no list of ages. */
  private static final int LINES_MAX = 10_000_000;

  /** No number of seconds needs as many characters. */
  private static final int DIGITS_MAX = 64;

  private static final Pattern TERM =
      Pattern.compile("\\s*(?:([0-9.]+)\\s*\\*)?\\s*([a-z0-9-]+)\\(([^()]*)\\)\\s*");

  private AgeLaws() {}

  /**
   * Reads a law.
   *
   * @throws ConfigurationInvalid if it is not written as above, or the file of ages is not readable
   */
  public static AgeLaw parse(String text) {
    List<AgeLaw.Mixture.Part> parts = new ArrayList<>();
    Matcher terms = TERM.matcher(text);
    int end = 0;
    do {
      if (!terms.find(end) || terms.start() != end) {
        throw unreadable(text, "'" + text.substring(end) + "' is no law", null);
      }
      parts.add(part(text, terms));
      end = terms.end();
    } while (end < text.length() && text.charAt(end++) == '+');
    if (end < text.length()) {
      throw unreadable(text, "'" + text.substring(end - 1) + "' follows a law", null);
    }
    return parts.size() == 1 ? parts.get(0).law() : new AgeLaw.Mixture(parts);
  }

  private static AgeLaw.Mixture.Part part(String text, Matcher term) {
    try {
      double weight = term.group(1) == null ? 1 : Double.parseDouble(term.group(1));
      return new AgeLaw.Mixture.Part(weight, law(term.group(2), term.group(3)));
    } catch (IllegalArgumentException e) {
      throw unreadable(text, String.valueOf(e.getMessage()), e);
    }
  }

  private static AgeLaw law(String name, String arguments) {
    return switch (name) {
      case "log-gamma" -> {
        double[] n = numbers(arguments, 2);
        yield new AgeLaw.LogGamma(n[0], n[1]);
      }
      case "log-gb2" -> {
        double[] n = numbers(arguments, 4);
        yield new AgeLaw.LogGb2(n[0], n[1], n[2], n[3]);
      }
      case "empirical" -> empirical(Path.of(arguments.strip()));
      default ->
          throw new IllegalArgumentException(
              "there is log-gamma, log-gb2 and empirical, but no " + name);
    };
  }

  private static double[] numbers(String arguments, int count) {
    String[] fields = arguments.split(",", -1);
    if (fields.length != count) {
      throw new IllegalArgumentException(count + " numbers wanted, not (" + arguments + ")");
    }
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = Double.parseDouble(fields[i]);
    }
    return numbers;
  }

  private static AgeLaw empirical(Path file) {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new IllegalArgumentException(file + " is no regular file");
    }
    List<Double> ages = new ArrayList<>();
    try (TextLines lines = TextLines.open(file)) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        if (lines.number() > LINES_MAX) {
          throw new IllegalArgumentException("more than " + LINES_MAX + " lines in " + file);
        }
        if (!line.isBlank() && !line.startsWith("#")) {
          ages.add(age(line.strip(), lines.place()));
        }
      }
    } catch (DataInvalid | StoreUnavailable e) {
      throw new ConfigurationInvalid(
          "cannot read the ages: " + e.getMessage(),
          file.toString(),
          "give a text file with one age in seconds on each line");
    }
    return new AgeLaw.Empirical(file.toString(), ages);
  }

  private static double age(String line, String place) {
    if (line.length() > DIGITS_MAX) {
      throw new IllegalArgumentException(
          "no number: '" + line.substring(0, DIGITS_MAX) + "...' in " + place);
    }
    double age;
    try {
      age = Double.parseDouble(line);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("no number: '" + line + "' in " + place, e);
    }
    if (!(age >= 0) || Double.isInfinite(age)) {
      throw new IllegalArgumentException("an age of " + line + " seconds in " + place);
    }
    return age;
  }

  static String written(String name, double... numbers) {
    StringBuilder text = new StringBuilder(name);
    String separator = "(";
    for (double number : numbers) {
      text.append(separator).append(number);
      separator = ",";
    }
    return text.append(')').toString();
  }

  static String written(AgeLaw.Mixture mixture) {
    return mixture.parts().stream()
        .map(part -> String.format(Locale.ROOT, "%s*%s", part.weight(), part.law()))
        .collect(Collectors.joining(" + "));
  }

  private static ConfigurationInvalid unreadable(
      String text, String why, @Nullable Throwable cause) {
    String what = "the law of ages is not readable: " + why;
    String todo = "write it as log-gamma(19.28,1.61), or 0.7*log-gamma(19.28,1.61) + 0.3*...";
    return cause == null
        ? new ConfigurationInvalid(what, text, todo)
        : new ConfigurationInvalid(what, text, todo, cause);
  }
}
