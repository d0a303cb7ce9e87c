package org.diaodu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What {@code mvn -Pdist package} packs, held against what its scripts name. */
class InstallationTest {
  private static final Path WINDOWS = Path.of("bin/diaodu.cmd");
  private static final List<Path> BASH =
      List.of(
          Path.of("bin/diaodu"),
          Path.of("bin/prepare"),
          Path.of("bin/internal/class-archive.sh"),
          Path.of("bin/internal/installation.sh"),
          Path.of("conf/deploy/install"),
          Path.of("conf/deploy/run-job"),
          Path.of("conf/deploy/tell-failure"));

  private static final String OF_A_CHECKOUT = "bin/internal/checkout.sh";

  private static final Pattern NAMED_BY_BASH =
      Pattern.compile(
          "\\$(?:home|link)/((?:bin|conf)/[a-z0-9./-]+[a-z0-9])|\\$here\"?/([a-z-]+)\\b");

  private static final Pattern NAMED_BY_WINDOWS = Pattern.compile("%home%\\\\([a-z0-9.\\\\-]+)");

  @Test
  void everyFileThatABashScriptNamesIsPacked() throws Exception {
    Map<String, String> packed = PackedFiles.modesByName();
    for (Path script : BASH) {
      for (String name : named(script, NAMED_BY_BASH)) {
        String file = name.contains("/") ? name : "conf/deploy/" + name;
        if (!file.equals(OF_A_CHECKOUT)) {
          assertThat(packed.keySet())
              .as("named by %s", script)
              .anyMatch(other -> other.equals(file) || other.startsWith(file));
        }
      }
    }
  }

  @Test
  void everyFileThatTheWindowsLauncherNamesIsPacked() throws Exception {
    Map<String, String> packed = PackedFiles.modesByName();
    List<String> names =
        named(WINDOWS, NAMED_BY_WINDOWS).stream()
            .map(name -> name.replace('\\', '/'))
            .filter(name -> !name.startsWith("lib/"))
            .toList();

    assertThat(packed).containsKeys(names.toArray(String[]::new));
    assertThat(names)
        .contains("conf/jvm.options", "conf/jvm-24.options", "conf/jvm-default.options");
  }

  @Test
  void bothLaunchersPassTheSameFilesAndProperties() throws IOException {
    Pattern passed = Pattern.compile("conf[/\\\\]([a-z0-9-]+\\.options)|-D([a-z0-9.]+(?:File)?)=");

    assertThat(new TreeSet<>(named(WINDOWS, passed)))
        .isEqualTo(new TreeSet<>(named(Path.of("bin/diaodu"), passed)))
        .hasSize(8);
  }

  @Test
  void theWindowsLauncherIsWhatCmdReads() throws IOException {
    String script = Files.readString(WINDOWS, StandardCharsets.US_ASCII);

    assertThat(script.replace("\r\n", "")).doesNotContain("\n", "\r");
    assertThat(script.lines().allMatch(line -> line.chars().allMatch(c -> c < 127))).isTrue();
  }

  @Test
  void whatIsStartedIsExecutable() throws Exception {
    assertThat(PackedFiles.modesByName())
        .containsEntry("bin/diaodu", "0755")
        .containsEntry("bin/prepare", "0755")
        .containsEntry("conf/deploy/install", "0755")
        .containsEntry("conf/deploy/run-job", "0755")
        .containsEntry("conf/deploy/tell-failure", "0755")
        .containsEntry("conf/deploy/submit-yarn.sh", "0755")
        .containsEntry("conf/jvm.options", "0644");
  }

  @Test
  void packsSampleSchemasDocumentsAndUnits() throws Exception {
    assertThat(PackedFiles.modesByName())
        .containsKeys(
            "README.md",
            "README.zh-CN.md",
            "conf/diaodu.yaml",
            "conf/regions/xiangxi/region.yaml",
            "conf/deploy/diaodu-nightly@.service",
            "data/xiangxi/README.md",
            "docs/operations.md",
            "schemas/README.md");
  }

  @Test
  void nothingIsPackedThatBuilds() throws Exception {
    assertThat(PackedFiles.modesByName().keySet())
        .doesNotContain("pom.xml", OF_A_CHECKOUT)
        .noneMatch(name -> name.startsWith("jobs/") || name.startsWith("target/"));
  }

  private static List<String> named(Path script, Pattern pattern) throws IOException {
    return pattern
        .matcher(Files.readString(script))
        .results()
        .map(InstallationTest::firstGroup)
        .distinct()
        .toList();
  }

  private static String firstGroup(MatchResult found) {
    return found.group(1) != null ? found.group(1) : found.group(2);
  }
}
