package org.diaodu.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pages of the repository, as Markdown. */
public final class Documents {
  /** What is made, fetched or handed to the tests. */
  private static final Set<String> NOT_OURS = Set.of("target", ".git", "test", "node_modules");

  private static final Pattern BLOCK =
      Pattern.compile("(?m)(?:^<!-- not run: (.+?) -->\n)?^```(\\w*)\n((?s:.*?))^```$");

  private Documents() {}

  /**
   * A block of code.
   *
   * @param page the page that it stands in
   * @param line its line in the page, from 1
   * @param notRunBecause why no test runs it; empty where one does
   * @param language as the fence names it; empty where it does not
   * @param text what stands in it
   */
  public record Block(Path page, int line, String notRunBecause, String language, String text) {
    /** Its commands: lines that call the program, with the lines that continue them. */
    public List<String> commands() {
      if (!language.isEmpty() && !language.equals("sh")) {
        return List.of();
      }
      return text.replace("\\\n", " ")
          .lines()
          .map(line -> line.replaceFirst("^\\$ ", "").strip())
          .filter(line -> line.matches("(?:.*[ /])?bin/diaodu .*"))
          .toList();
    }

    @Override
    public String toString() {
      return "%s:%d".formatted(page, line);
    }
  }

  /** All pages. */
  public static List<Path> pages() {
    try (Stream<Path> files = Files.walk(Path.of(""))) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .filter(
              file ->
                  Stream.iterate(file, f -> f != null, Path::getParent)
                      .noneMatch(f -> NOT_OURS.contains(f.getFileName().toString())))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The blocks of code of all pages. */
  public static List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    for (Path page : pages()) {
      String text = text(page);
      Matcher block = BLOCK.matcher(text);
      while (block.find()) {
        int line = (int) text.substring(0, block.start()).lines().count() + 1;
        String reason = block.group(1) == null ? "" : block.group(1);
        blocks.add(new Block(page, line, reason, block.group(2), block.group(3)));
      }
    }
    return blocks;
  }

  /** The text of a page. */
  static String text(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a page without its blocks and spans of code. */
  static String withoutCode(Path page) {
    return text(page)
        .replaceAll("(?ms)^```.*?^```$", "")
        .replaceAll("`[^`\n]*`", "")
        .replaceAll("(?s)<!--.*?-->", "");
  }
}
