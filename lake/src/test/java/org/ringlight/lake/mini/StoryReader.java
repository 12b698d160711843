package org.ringlight.lake.mini;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the lines of the {@code chain} and {@code findings} blocks of a story. What a line may be is told at the top of
 * {@code STORY.md}; any other line is refused.
 */
final class StoryReader {

  private static final Pattern BLOCK = Pattern.compile("block (\\d+)(?:: (.+))?");
  private static final Pattern BLOCKS = Pattern.compile("blocks (\\d+) to (\\d+)");
  private static final Pattern TX = Pattern.compile("tx ([a-z0-9 -]+?)(?: \\[([a-z0-9 ]+)])?");
  private static final Pattern SPENDS = Pattern.compile(" {2}spends (\\S+) among (.+)");
  private static final Pattern PAYS = Pattern.compile(" {2}pays (.+)");
  private static final Pattern PAID =
      Pattern.compile("([a-z0-9-]+)(?:=([0-9.]+))?(?: has the key of ([a-z0-9-]+))?(?: |$)");

  private final MiniChainDrawing drawing;
  private final List<String> findings = new ArrayList<>();
  private String block = "";

  StoryReader(MiniChainDrawing drawing) {
    this.drawing = drawing;
  }

  void read(String story) {
    for (String line : story.lines().toList()) {
      if (line.startsWith("```")) {
        block = line.substring(3);
      } else if (block.equals("chain")) {
        readLine(line);
      } else if (block.equals("findings")) {
        findings.add(line);
      }
    }
    drawing.end();
  }

  /** The lines of the {@code findings} blocks. */
  List<String> findings() {
    return findings;
  }

  private void readLine(String line) {
    Matcher block = BLOCK.matcher(line);
    Matcher blocks = BLOCKS.matcher(line);
    Matcher tx = TX.matcher(line);
    Matcher spends = SPENDS.matcher(line);
    Matcher pays = PAYS.matcher(line);
    if (block.matches()) {
      String outputs = block.group(2);
      drawing.block(Long.parseLong(block.group(1)));
      readPaid(outputs == null ? "mined-" + block.group(1) : outputs);
    } else if (blocks.matches()) {
      for (long h = Long.parseLong(blocks.group(1)); h <= Long.parseLong(blocks.group(2)); h++) {
        drawing.block(h);
        drawing.pays("mined-" + h, null, null);
      }
    } else if (tx.matches()) {
      drawing.transaction(tx.group(1), tx.group(2));
    } else if (spends.matches()) {
      drawing.spends(spends.group(1), List.of(spends.group(2).split(" ")));
    } else if (pays.matches()) {
      readPaid(pays.group(1));
    } else {
      throw new IllegalArgumentException("no line of a story: " + line);
    }
  }

  private void readPaid(String text) {
    Matcher paid = PAID.matcher(text);
    int end = 0;
    while (paid.find() && paid.start() == end) {
      drawing.pays(paid.group(1), paid.group(2), paid.group(3));
      end = paid.end();
    }
    if (end != text.length()) {
      throw new IllegalArgumentException("no names of outputs: " + text.substring(end));
    }
  }
}
