package org.diaodu.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the bureau's people read has Chinese punctuation. */
class ChineseTextTest {
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");

  /** A half-width mark beside a Chinese character. In YAML, a colon and a blank are syntax. */
  private static final Pattern HALF_WIDTH =
      Pattern.compile("\\p{IsHan}[,;!?()]|\\p{IsHan}:(?! )|[,:;!?()]\\p{IsHan}");

  @Test
  void messagesHaveNoHalfWidthPunctuation() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : files(Path.of("jobs/src/main/java"), ".java")) {
      Matcher literals = LITERAL.matcher(Files.readString(file));
      while (literals.find()) {
        boolean pattern = literals.group(1).matches("(?s).*[|\\\\^\\[?].*");
        if (!pattern && HALF_WIDTH.matcher(literals.group(1)).find()) {
          found.add(file.getFileName() + ": " + literals.group(1));
        }
      }
    }

    assertThat(found).as("messages with half-width punctuation").isEmpty();
  }

  @Test
  void pagesHaveNoHalfWidthPunctuation() throws IOException {
    for (Path file : files(Path.of("jobs/src/main/resources"), ".peb")) {
      String text =
          Files.readString(file).replaceAll("(?s)<style>.*?</style>|<[^>]*>|\\{.*?}}?", " ");

      assertThat(HALF_WIDTH.matcher(text).results().map(m -> m.group()).toList())
          .as(file.toString())
          .isEmpty();
    }
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      List<Path> files = paths.filter(p -> p.toString().endsWith(ending)).sorted().toList();
      assertThat(files).as("%s files below %s", ending, folder).isNotEmpty();
      return files;
    }
  }
}
