package org.diaodu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands that need no session: what they print, and their exit codes. */
class DiaoduTest {
  private final StringWriter printed = new StringWriter();
  private final StringWriter told = new StringWriter();

  @TempDir private Path folder;

  @Test
  void aSoundPackIsReportedWithWhatItHolds() {
    assertThat(run("check", "--region", "xiangxi")).isEqualTo(Diaodu.DONE);
    assertThat(printed.toString())
        .contains("没有错误", "地区 10", "合并重复后 302 项", "任务 159 项", "冲突 29 处", "取默认值的 32 项")
        .containsPattern("附件8 +30 +0 +3 +11 +0 +25 +0 +69")
        .containsPattern("合并后 +147 +4 +35 +77 +18 +17 +4 +302");
  }

  @Test
  void everyFaultOfAPackIsReportedAtOnceWithFileLineAndRemedy() throws IOException {
    Path pack = copy(Packs.THREELANDS);
    edit(pack.resolve("areas.csv"), "T02,乙县,Yi,T00", "T02,乙县,Yi,T77");
    edit(pack.resolve("indicators.csv"), ",flow,M,", ",flood,M,");
    edit(pack.resolve("region.yaml"), "T01", "T99");

    assertThat(run("check", "--region", pack.toString())).isEqualTo(Diaodu.USAGE);
    assertThat(printed.toString())
        .contains("areas.csv 第4行", "T77")
        .contains("indicators.csv 第3行", "flood", "growth_only")
        .contains("region.yaml 第5行", "T99");
  }

  @Test
  void aPackThatIsNotThereIsAMistakeOfUsage() {
    assertThat(run("check", "--region", "atlantis")).isEqualTo(Diaodu.USAGE);
  }

  @Test
  void theDictionaryIsTheOneInTheDocumentation() throws IOException {
    assertThat(run("dictionary")).isEqualTo(Diaodu.DONE);
    assertThat(printed.toString()).isEqualTo(Files.readString(Path.of("docs/data-dictionary.md")));
  }

  @Test
  void theManualIsTheOneInTheDocumentation() throws IOException {
    assertThat(run("manual")).isEqualTo(Diaodu.DONE);
    assertThat(Files.readString(Path.of("docs/manual.zh.html")))
        .as("make it anew: bin/diaodu manual > docs/manual.zh.html")
        .isEqualTo(printed.toString());
  }

  @Test
  void simulatedFilesAreWrittenAndTheSameSeedGivesTheSameBytes() throws IOException {
    Path first = folder.resolve("first");
    Path second = folder.resolve("second");

    assertThat(simulate("7", first)).isEqualTo(Diaodu.DONE);
    assertThat(simulate("7", second)).isEqualTo(Diaodu.DONE);

    try (Stream<Path> files = Files.walk(first).filter(Files::isRegularFile)) {
      assertThat(files.toList())
          .isNotEmpty()
          .allSatisfy(
              file ->
                  assertThat(second.resolve(first.relativize(file))).hasSameBinaryContentAs(file));
    }
  }

  @ParameterizedTest
  @CsvSource({"'region: [x', 第1行", "'landig: x', 字段“landig”不认得", "'landing: \"\\u', 第1行"})
  void aConfigurationThatCannotBeUsedIsTold(String text, String fault) throws IOException {
    Path file = Files.writeString(folder.resolve("conf.yaml"), text);

    assertThat(run("status", "--conf", file.toString())).isEqualTo(Diaodu.USAGE);
    assertThat(told.toString()).contains("conf.yaml", fault);
  }

  @Test
  void aConfigurationThatIsNamedAndNotThereIsTold() {
    assertThat(run("status", "--conf", "nowhere.yaml")).isEqualTo(Diaodu.USAGE);
    assertThat(told.toString()).contains("找不到配置文件 nowhere.yaml");
  }

  @Test
  void everyCommandExplainsItself() {
    for (String command :
        new String[] {
          "nightly", "sql", "changes", "check", "try", "learn", "simulate", "dictionary"
        }) {
      assertThat(run(command, "--help")).as(command).isEqualTo(Diaodu.DONE);
      assertThat(printed.toString()).contains("用法：diaodu " + command, "显示本说明");
    }
  }

  @Test
  void aFileIsTriedCellByCell() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("a.csv"),
            """
            地区,指标,时期,数值（亿元）,同比增长（%）,发布日期
            甲县,社零,2024年1-7月,92.41,6.3,2024/8/20
            乙县,社零,2024年1-7月,80.2,0.051,2024/8/20
            丙县,社零,2024年1-7月,,5.1,2024/8/20
            """);

    int exit =
        run(
            "try",
            file.toString(),
            "--region",
            Packs.THREELANDS.toString(),
            "--as-of",
            "2024-09-01");

    assertThat(exit).isEqualTo(Diaodu.QUARANTINED);
    assertThat(printed.toString().lines())
        .contains("a.csv：数据 6 个 = 收下 4（其中存疑 0）+ 退回 1（其中暂扣 0）+ 略过 1")
        .anySatisfy(
            l ->
                assertThat(l).matches("2:4 +收下 +甲县 +社会消费品零售总额 +2024-07 +累计总量 +92.41亿元 +2024-08-20"))
        .anySatisfy(l -> assertThat(l).matches("2:5 +收下 +甲县 .*累计增速 +6.3% .*"))
        .anySatisfy(l -> assertThat(l).matches("3:5 +退回 +乙县 .*0.051 .*第3行第5列.*"))
        .anySatisfy(l -> assertThat(l).matches("4:4 +略过 .*empty_value"));
  }

  @Test
  void aFileThatIsTakenAsAWholeEndsWithNothingToDo() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "地区,指标,时期,数值\n甲县,社零,2024年1-7月,92.41\n");
    Files.writeString(folder.resolve("release.yaml"), "a.csv: 2024-08-20\n");

    int exit =
        run(
            "try",
            file.toString(),
            "--region",
            Packs.THREELANDS.toString(),
            "--as-of",
            "2024-09-01",
            "--format",
            "json");

    assertThat(exit).isEqualTo(Diaodu.DONE);
    JsonNode json = new ObjectMapper().readTree(printed.toString());
    assertThat(json.path("cells_accepted").asInt()).isEqualTo(1);
    assertThat(json.at("/cells/0/release_date").asText()).isEqualTo("2024-08-20");
  }

  @Test
  void aFileMayBeTriedWithATemplateThatIsNotInThePackYet() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "零售额\n,单位：亿元\n地区,2024年1-6月\n甲县,12.5\n");
    Path template =
        Files.writeString(
            folder.resolve("new.yaml"),
            """
            title: 零售额
            table: {indicator: retail_sales}
            rows: {label: 地区, areas: true}
            columns: {read: [{header: 累计}]}
            """);
    String[] words = {
      "try", file.toString(), "--region", Packs.THREELANDS.toString(), "--template"
    };

    assertThat(run(with(words, template.toString()))).isEqualTo(Diaodu.DONE);
    assertThat(printed.toString()).contains("CSV!B4", "12.5亿元");
    assertThat(run(with(words, "nowhere"))).isEqualTo(Diaodu.USAGE);
  }

  private static String[] with(String[] words, String last) {
    return Stream.concat(Stream.of(words), Stream.of(last)).toArray(String[]::new);
  }

  @Test
  void anUnknownOptionIsAMistakeOfUsage() {
    assertThat(run("nightly", "--colour", "red")).isEqualTo(Diaodu.USAGE);
    assertThat(run("sql", "SELECT 1", "--format", "xml")).isEqualTo(Diaodu.USAGE);
    assertThat(run("tomorrow")).isEqualTo(Diaodu.USAGE);
    assertThat(run("simulate", "--seed", "many", "--out", "x")).isEqualTo(Diaodu.USAGE);
    assertThat(run()).isEqualTo(Diaodu.USAGE);
  }

  @Test
  void aLandingFolderThatIsNotThereIsNotMade() {
    Path missing = folder.resolve("nowhere");

    assertThat(run("nightly", "--region", "xiangxi", "--landing", missing.toString()))
        .isEqualTo(Diaodu.USAGE);
    assertThat(missing).doesNotExist();
  }

  private int run(String... args) {
    return Diaodu.run(new PrintWriter(printed, true), new PrintWriter(told, true), args);
  }

  private int simulate(String seed, Path out) {
    return run("simulate", "--region", "xiangxi", "--seed", seed, "--out", out.toString());
  }

  private Path copy(Path pack) throws IOException {
    Path copy = Files.createDirectory(folder.resolve("pack"));
    try (Stream<Path> files = Files.list(pack)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    return copy;
  }

  private static void edit(Path file, String from, String to) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replaceFirst(java.util.regex.Pattern.quote(from), to));
  }
}
