package org.diaodu.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code conf/jvm.options} makes the same on every machine. */
class JvmOptionsTest {
  private static final String PROGRAM =
      """
      class Shown {
        public static void main(String[] args) {
          System.out.print("%d %.1f ".formatted(2024, 0.5));
          System.out.print(java.util.TimeZone.getDefault().getID());
        }
      }
      """;

  @TempDir private Path folder;

  @Test
  void numbersAreWrittenInTheSameDigitsWhateverTheLanguageOfTheMachine()
      throws IOException, InterruptedException {
    assertThat(shown("-Duser.language=ar", "-Duser.country=EG")).isEqualTo("2024 0.5 UTC");
  }

  private String shown(String... machine) throws IOException, InterruptedException {
    Path source = Files.writeString(folder.resolve("Shown.java"), PROGRAM);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(machine));
    command.addAll(Java.options());
    command.add(source.toString());
    Process process = new ProcessBuilder(command).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return printed;
  }
}
