package org.diaodu.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.diaodu.testing.PackCopy;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plan of 2025 drafted from that of 2024, of the pack that comes with the program. */
class PlanDraftTest {
  @TempDir private Path folder;
  private PackCopy pack;

  @BeforeEach
  void copy() throws IOException {
    pack = new PackCopy(Packs.XIANGXI, folder.resolve("pack"));
  }

  @Test
  void aDraftIsNotInForce() throws IOException {
    RegionPack before = pack.read();
    draft();
    RegionPack after = pack.read();

    assertThat(after.planOf(2025)).isEmpty();
    assertThat(after.packId()).isEqualTo(before.packId());
  }

  @Test
  void whatIsStillToBeFilledAreTheValuesAndThePlansOwnWords() throws IOException {
    draft();
    List<PackFault> left = PackReader.drafts(pack.folder(), pack.read()).get(2025);

    assertThat(left)
        .extracting(fault -> fault.file() + " " + fault.found())
        .allMatch(
            fault ->
                fault.equals("plans/2025/targets.csv 没有写value")
                    || fault.startsWith("plans/2025/plan.yaml 缺少字段"));
    assertThat(left)
        .filteredOn(fault -> fault.found().equals("没有写value"))
        .hasSameSizeAs(
            pack.read().distinctTargets().stream()
                .filter(t -> t.value() != null)
                .filter(t -> t.targetClass() != Target.TargetClass.external_value)
                .toList());
  }

  @Test
  void aDraftThatIsFilledIsAPlan() throws IOException {
    draft();
    PackCopy filled =
        pack.edit("plans/2025/plan.yaml", "draft: true\n", "")
            .edit("plans/2025/plan.yaml", "title_zh: \"\"", "title_zh: 2025年实施方案")
            .edit("plans/2025/plan.yaml", "document: \"\"", "document: 州政办发〔2025〕1号")
            .edit("plans/2025/plan.yaml", "issued: \"\"", "issued: 2025-01-27");
    valuesOfTheYearBefore();

    RegionPack plan = filled.read().planOf(2025).orElseThrow();
    RegionPack before = filled.read().planOf(2024).orElseThrow();
    assertThat(plan.distinctTargets()).hasSameSizeAs(before.distinctTargets());
    assertThat(plan.tasks()).hasSize(159).allMatch(task -> task.taskId().startsWith("2025-K-"));
    assertThat(plan.duties()).hasSameSizeAs(before.duties());
    Policy policy = plan.policies().inOrder().get(0);
    assertThat(policy.policyId()).isEqualTo("xiangxi-2025-3");
    assertThat(policy.validFrom()).isEqualTo("2025-01-01");
    assertThat(policy.appliesToCounties()).contains("2025-T-0-1-2");
  }

  @Test
  void aTargetKeepsAllButItsIdItsValueAndItsYear() throws IOException {
    draft();

    assertThat(line("targets.csv", "2025-T-0-1-1,"))
        .isEqualTo(
            "2025-T-0-1-1,0,产业培塑行动,主要目标第1段,gdp_primary,第一产业增加值增速,quantified,growth_yoy,>=,,%,,,"
                + "433100,xz_fgw,office_default,,,2025-12-31,按季报送,待填：2024年为4%；方案未逐项写明牵头单位，按专班办公室取默认值");
  }

  @Test
  void theCalendarOfTheYearAloneIsMovedByAYear() throws IOException {
    draft();

    assertThat(line("calendar.csv", "industry_above_scale,M,2025-01,"))
        .isEqualTo("industry_above_scale,M,2025-01,,false,1月不单独发布，与2月合并");
    assertThat(line("calendar.csv", "industry_above_scale,M,2025-02,"))
        .isEqualTo("industry_above_scale,M,2025-02,2025-03-20,true,");
    assertThat(Files.readAllLines(pack.folder().resolve("plans/2025/calendar.csv")))
        .noneMatch(line -> line.contains(",2024") || line.contains(",2023"));
  }

  @Test
  void anIdThatHadAYearGetsTheNextOne() throws IOException {
    Path plain = folder.resolve("plain");
    PackCopy small = new PackCopy(Packs.THREELANDS, plain);
    small.edit("targets.csv", "\nX-2,", "\n2024-X-2,");

    assertThat(PackReader.drafted(plain, 2024, 2026).get("plans/2026/targets.csv"))
        .contains("\n2026-X-1,", "\n2026-X-2,", "2026-12-31")
        .doesNotContain("2024-X");
  }

  @Test
  void withoutAPlanToStartFromThereIsNone() {
    assertThatThrownBy(() -> PackReader.drafted(pack.folder(), 2022, 2025))
        .hasMessageContaining("2022");
  }

  private void draft() throws IOException {
    Map<String, String> files = PackReader.drafted(pack.folder(), 2024, 2025);
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = pack.folder().resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  private void valuesOfTheYearBefore() throws IOException {
    Path targets = pack.folder().resolve("plans/2025/targets.csv");
    Files.writeString(
        targets,
        CsvText.rewritten(
            Files.readString(targets),
            row -> {
              String mark = row.get("note").split("；")[0];
              String unit = row.get("unit");
              if (mark.startsWith("待填：2024年为")) {
                String value = mark.substring("待填：2024年为".length());
                row.put("value", value.substring(0, value.length() - unit.length()));
              }
              return java.util.Optional.of(row);
            }));
  }

  private String line(String file, String start) throws IOException {
    return Files.readAllLines(pack.folder().resolve("plans/2025").resolve(file)).stream()
        .filter(line -> line.startsWith(start))
        .findFirst()
        .orElseThrow();
  }
}
