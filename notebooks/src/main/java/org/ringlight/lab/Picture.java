package org.ringlight.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ringlight.failure.StoreUnavailable;

/**
 * A picture.
 *
 * @param svg the picture, an SVG document
 * @param words what there is to see, for those who do not see it
 */
public record Picture(String svg, String words) implements Shown {

  @Override
  public String mimeType() {
    return "image/svg+xml";
  }

  @Override
  public String content() {
    return svg;
  }

  /**
   * Writes it into a file.
   *
   * @throws StoreUnavailable where that cannot be written
   */
  public Path save(Path file) {
    try {
      return Files.writeString(file, svg);
    } catch (IOException e) {
      throw new StoreUnavailable(
          "the picture cannot be written: " + e.getMessage(),
          file.toString(),
          "check space and permissions, or choose another place",
          e);
    }
  }

  @Override
  public String toString() {
    return words;
  }
}
