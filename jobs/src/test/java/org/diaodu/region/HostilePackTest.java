package org.diaodu.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.diaodu.testing.PackCopy;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Packs that would exhaust the reader, run something, or reach outside their folder. */
class HostilePackTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"[", "- ", "{a: ", "? "})
  void nestingThatWouldExhaustTheStackIsAFault(String open) {
    List<PackFault> faults = new ArrayList<>();

    YamlNode root = YamlNode.of("policy.yaml", open.repeat(20_000), faults);

    assertThat(root.isPresent()).isFalse();
    assertThat(faults).singleElement().extracting(PackFault::found).asString().contains("50层");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: &a [*a]",
        "a: &a {b: *a}",
        "a: &a [x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b]"
      })
  void whatRefersToItselfOrManyTimesIsNotExpanded(String yaml) {
    List<PackFault> faults = new ArrayList<>();

    YamlNode root = YamlNode.of("policy.yaml", yaml, faults);

    assertThat(root.entries().get("a").text()).as("a list or mapping is no value").isEmpty();
    assertThat(root.entries().get("a").texts()).hasSizeLessThan(10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: 1\nb: \"\\u", "a: 1\nb: \"\\x", "a: 1\nb: \"\\U0"})
  void anEscapeThatTheFileCutsOffIsAFault(String yaml) {
    List<PackFault> faults = new ArrayList<>();

    assertThat(YamlNode.of("policy.yaml", yaml, faults).isPresent()).isFalse();
    assertThat(faults).singleElement().extracting(PackFault::line).isEqualTo(2);
  }

  @Test
  void aTagMakesNoObject() {
    List<PackFault> faults = new ArrayList<>();

    YamlNode root =
        YamlNode.of(
            "region.yaml",
            "name_zh: !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[]]]",
            faults);

    assertThat(root.entries().get("name_zh").isList()).as("it stays the list it is").isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "region.yaml, plan_year: 2024, plan_year: 2024.5",
    "region.yaml, plan_year: 2024, plan_year: 99999999999",
    "policy.yaml, valid_from: 2024-01-01, valid_from: 2024-13-45",
    "policy.yaml, about_within: 0.5, 'about_within: 0.5\nrectification: {due_days: 2.5}'",
    "policy.yaml, about_within: 0.5, 'about_within: 0.5\ndue_days: 20.5'"
  })
  void aNumberOrDayThatWouldBeTakenForAnotherIsAFault(String file, String old, String now)
      throws IOException {
    PackCopy pack = new PackCopy(Packs.THREELANDS, folder).edit(file, old, now);

    assertThat(PackReader.examine(pack.folder()).faults())
        .extracting(PackFault::file)
        .as(now)
        .contains(file);
  }

  @Test
  void aNameThatLeadsOutOfTheFolderIsOnlyAName() throws IOException {
    Files.writeString(folder.resolveSibling("outside.csv"), "secret");
    PackCopy pack =
        new PackCopy(Packs.THREELANDS, folder)
            .edit("region.yaml", "total_area: T00", "total_area: ../outside.csv");

    assertThat(PackReader.examine(pack.folder()).faults().toString())
        .contains("../outside.csv")
        .doesNotContain("secret");
  }
}
