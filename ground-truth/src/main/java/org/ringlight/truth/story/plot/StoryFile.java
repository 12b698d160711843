package org.ringlight.truth.story.plot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringlight.failure.ConfigurationInvalid;

/**
 * A story as it is written down.
 *
 * @param story what the text says
 * @param text the file, YAML
 * @param place its name, for messages
 */
public record StoryFile(Story story, String text, String place) {

  private static final int MOST_BYTES = 1 << 20;
  private static final Pattern SEED = Pattern.compile("(?m)^seed[ \\t]*:.*$");
  private static final Pattern FIRST_KEY = Pattern.compile("(?m)^(?=[a-z-]+[ \\t]*:)");
  private static final List<String> SHIPPED =
      List.of("quiet-months", "theft-and-cash-out", "pool-and-exchange", "demo");

  /** The names of the stories that come with the program. */
  public static List<String> shipped() {
    return SHIPPED;
  }

  /**
   * A story by its file, or one that comes with the program by its name; a file of that name goes
   * before.
   *
   * @throws ConfigurationInvalid if there is none, or it cannot be told
   */
  public static StoryFile named(String fileOrName) {
    Path file = Path.of(fileOrName);
    if (Files.exists(file)) {
      return of(text(file), fileOrName);
    }
    if (SHIPPED.contains(fileOrName)) {
      return of(resource(fileOrName), "story " + fileOrName);
    }
    throw new ConfigurationInvalid(
        "no file and no story of that name",
        fileOrName,
        "stories that come with the program: " + String.join(", ", SHIPPED));
  }

  /**
   * @throws ConfigurationInvalid if it cannot be told, with the line
   */
  public static StoryFile of(String text, String place) {
    return new StoryFile(StoryReader.read(text, place), text, place);
  }

  /** The same story with other chances; the seed stands in the text too. */
  public StoryFile withSeed(long seed) {
    String line = "seed: " + seed;
    String changed =
        SEED.matcher(text).find()
            ? SEED.matcher(text).replaceFirst(Matcher.quoteReplacement(line))
            : FIRST_KEY.matcher(text).replaceFirst(Matcher.quoteReplacement(line + "\n"));
    Story same = changed.equals(text) ? story : StoryReader.read(changed, place);
    if (same.seed() != seed) {
      throw new ConfigurationInvalid(
          "no line to write the seed into", place, "write the story in lines 'key: value'");
    }
    return new StoryFile(same, changed, place);
  }

  private static String text(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new ConfigurationInvalid(
            "more than " + MOST_BYTES + " bytes", file.toString(), "this is no story");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new ConfigurationInvalid(
          "the story cannot be read: " + e.getMessage(), file.toString(), "check the file", e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = StoryFile.class.getResourceAsStream("stories/" + name + ".yaml")) {
      if (in == null) {
        throw new IllegalStateException("the story " + name + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("a resource can be read", e);
    }
  }
}
