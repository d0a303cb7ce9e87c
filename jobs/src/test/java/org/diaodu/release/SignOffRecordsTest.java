package org.diaodu.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.diaodu.domain.TimePeriod;
import org.diaodu.release.SignOffStep.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of the sign-off of a period. */
class SignOffRecordsTest {
  @TempDir private Path warehouse;

  @Test
  void stepsAreKeptInTheirOrderEachNamingTheOneBefore() {
    records().add(step(Kind.submitted, "甲"), 0);
    records().add(step(Kind.reviewed, "乙"), 1);

    List<SignOffStep> steps = records().steps();
    assertThat(steps).extracting(SignOffStep::by).containsExactly("甲", "乙");
    assertThat(steps.get(0).previous()).isEmpty();
    assertThat(steps.get(1).previous()).matches("[0-9a-f]{64}");
    assertThat(steps.get(0).said()).isEqualTo(step(Kind.submitted, "甲").said());
  }

  @Test
  void aStepThatWasChangedAfterwardsIsFound() throws IOException {
    records().add(step(Kind.submitted, "甲"), 0);
    records().add(step(Kind.reviewed, "乙"), 1);
    Path first = warehouse.resolve("_sign-off/2024-06/0001.json");
    Files.deleteIfExists(first.resolveSibling(".0001.json.crc"));
    Files.writeString(first, Files.readString(first).replace("甲", "丁"));

    assertThatThrownBy(() -> records().steps())
        .isInstanceOf(SignOffRefusedException.class)
        .hasMessageContaining("在 0002.json 之前被改过或少了一步");
    assertThat(faults()).singleElement().asString().startsWith("2024-06的签发记录在");
  }

  @Test
  void anAuditNamesARecordThatCannotBeReadAndLooksAtTheOthers() throws IOException {
    records().add(step(Kind.submitted, "甲"), 0);
    Path may = warehouse.resolve("_sign-off/2024-05");
    Files.writeString(Files.createDirectories(may).resolve("0001.json"), "{");
    Path july = Files.createDirectories(warehouse.resolve("_sign-off/2024-07"));
    Files.createDirectory(july.resolve("0001.json"));

    assertThat(faults()).hasSize(2);
    assertThat(faults().get(0)).isEqualTo("2024-05的签发记录读不了：0001.json 不是签发记录。请用备份恢复");
    assertThat(faults().get(1)).startsWith("2024-07的签发记录读不了：");
  }

  @Test
  void theSignatureOfAReleaseThatWasChangedOrTakenOutIsFound() throws IOException {
    records().add(step(Kind.reviewed, "乙"), 0);
    records().add(step(Kind.signed, "丙"), 1);
    String signature = records().last();
    assertThat(faults(signature)).isEmpty();

    Path newest = warehouse.resolve("_sign-off/2024-06/0002.json");
    Files.deleteIfExists(newest.resolveSibling(".0002.json.crc"));
    Files.writeString(newest, Files.readString(newest).replace("丙", "丁"));
    assertThat(faults()).as("by itself the newest step shows nothing").isEmpty();
    assertThat(faults(signature)).containsExactly("2024-06发布时所依据的签发记录被改过或不见了。请用备份恢复");
    Files.delete(newest);
    assertThat(faults(signature)).hasSize(1);
    Files.delete(newest.resolveSibling("0001.json"));
    assertThat(faults(signature)).as("all taken out").hasSize(1);
  }

  /** What an audit tells, where June's release holds signatures. */
  private List<String> faults(String... signatures) {
    return SignOffRecords.faults(
        new Configuration(),
        warehouse.toString(),
        signatures.length == 0 ? Map.of() : Map.of(TimePeriod.of("2024-06"), Set.of(signatures)));
  }

  @Test
  void ofTwoWhoActAtOnceOneIsToldToTryAgain() {
    records().add(step(Kind.submitted, "甲"), 0);

    assertThatThrownBy(() -> records().add(step(Kind.submitted, "乙"), 0))
        .isInstanceOf(SignOffRefusedException.class)
        .hasMessageContaining("请再试一次");
  }

  private SignOffRecords records() {
    return new SignOffRecords(new Configuration(), warehouse.toString(), TimePeriod.of("2024-06"));
  }

  private static SignOffStep step(Kind kind, String by) {
    return new SignOffStep(
        kind,
        by,
        Instant.parse("2024-08-01T01:00:00Z"),
        LocalDate.of(2024, 7, 31),
        "ab".repeat(32),
        List.of(),
        List.of(new Statement("bulletin|表扬", "通报", "表扬", "东县", true)),
        "");
  }
}
