package org.diaodu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code bin/test} leaves out and says, in a project whose Maven prints what it is called
 * with, and whose needs are met but for those named in {@code MISSING}.
 */
class TestCommandTest {
  private static final String MAVEN =
      """
      #!/usr/bin/env bash
      echo "mvn $*"
      exit ${FAILS:-0}
      """;
  private static final String BRING =
      """
      #!/usr/bin/env bash
      case " $MISSING " in
        *" $1 "*) echo "no way to bring it"; exit 1 ;;
      esac
      mkdir -p "$2" && echo "export ${1}_is_there=yes" >"$2/activate" && echo "$2/activate"
      """;

  @TempDir private Path project;

  @BeforeEach
  void aProject() throws IOException {
    program("bin/test", Files.readString(Path.of("bin/test")));
    program("jobs/src/test/needs/bring", BRING);
    program("path/mvn", MAVEN);
  }

  @Test
  void everythingRunsWhereEveryNeedIsMet() throws Exception {
    Said said = test(Map.of("MISSING", ""), "-Dtest=GrowthTest");

    assertThat(said.lines())
        .containsExactly(
            "mvn -B -ntp verify -Dtests.without= -Dtest=GrowthTest",
            "ran with everything: browser, notebooks");
    assertThat(said.exitCode()).isZero();
  }

  @Test
  void whatIsBroughtIsThereWhenMavenStarts() throws Exception {
    program("path/mvn", "#!/usr/bin/env bash\necho $font_is_there $browser_is_there\n");

    assertThat(test(Map.of("MISSING", "")).lines()).contains("yes yes");
  }

  @Test
  void whatCannotBeHadIsLeftOutAndTheLastLineSaysWhy() throws Exception {
    Said said = test(Map.of("MISSING", "notebooks"));

    assertThat(said.lines())
        .containsExactly(
            "mvn -B -ntp verify -Dtests.without=notebooks",
            "ran without: notebooks, because no way to bring it");
    assertThat(said.exitCode()).isZero();
  }

  @Test
  void withoutTheFontAloneNothingIsLeftOut() throws Exception {
    assertThat(test(Map.of("MISSING", "font")).lines())
        .last()
        .isEqualTo("ran with everything: browser, notebooks");
  }

  @Test
  void onCiWhatCannotBeHadIsAnError() throws Exception {
    Said said = test(Map.of("MISSING", "browser", "CI", "true"));

    assertThat(said.exitCode()).isEqualTo(1);
    assertThat(said.lines())
        .containsExactly(
            "failed before Maven, since CI must leave nothing out; it would have run without: browser, because no way to bring it");
  }

  @Test
  void theExitCodeIsThatOfMaven() throws Exception {
    Said said = test(Map.of("MISSING", "", "FAILS", "7"));

    assertThat(said.exitCode()).isEqualTo(7);
    assertThat(said.lines()).last().isEqualTo("failed; ran with everything: browser, notebooks");
  }

  private record Said(List<String> lines, int exitCode) {}

  private Said test(Map<String, String> environment, String... options) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(project.resolve("bin/test").toString()).redirectErrorStream(true);
    builder.command().addAll(List.of(options));
    builder.environment().remove("CI");
    builder.environment().put("XDG_CACHE_HOME", project.resolve("cache").toString());
    builder.environment().compute("PATH", (name, path) -> project.resolve("path") + ":" + path);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(said.lines().toList(), process.waitFor());
  }

  private void program(String name, String text) throws IOException {
    Path file = project.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
