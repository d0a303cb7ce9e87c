package org.diaodu.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealRegisterTest {
  private static final Instant AT = Instant.parse("2024-07-26T02:00:00Z");
  private static final String SEAL = "ab".repeat(32);
  private static final String OTHER = "cd".repeat(32);

  @TempDir private Path folder;
  private Path file;
  private SealRegister register;

  @BeforeEach
  void twoReleasesAreRegistered() {
    file = folder.resolve("seals.txt");
    register = new SealRegister(file);
    register.requireWritable();
    register.add(AT, "2024-06.1-0a", SEAL);
    register.add(AT, "2024-06.2-0b", OTHER);
  }

  @Test
  void eachReleaseIsALine() {
    assertThat(file)
        .hasContent(
            "2024-07-26T02:00:00Z 2024-06.1-0a %s%n2024-07-26T02:00:00Z 2024-06.2-0b %s%n"
                .formatted(SEAL, OTHER));
  }

  @Test
  void aWarehouseThatHasThemAsTheyWereIsWell() {
    assertThat(
            register.faults(
                Map.of("2024-06.1-0a", SEAL, "2024-06.2-0b", OTHER, "2024-07.1-0c", SEAL)))
        .isEmpty();
  }

  @Test
  void aReleaseThatIsAnotherNowIsNamed() {
    assertThat(register.faults(Map.of("2024-06.1-0a", OTHER, "2024-06.2-0b", OTHER)))
        .singleElement()
        .asString()
        .contains("2024-06.1-0a", "不符");
  }

  @Test
  void aReleaseThatIsGoneIsNamed() {
    assertThat(register.faults(Map.of("2024-06.1-0a", SEAL)))
        .singleElement()
        .asString()
        .contains("2024-06.2-0b", "没有");
  }

  @Test
  void aLineThatSaysSomethingElseIsShown() throws IOException {
    Files.writeString(file, "2024-07-26T02:00:00Z 2024-06.1-0a ab\n");

    assertThat(register.faults(Map.of())).singleElement().asString().contains("读不懂");
  }

  @Test
  void aRegisterThatIsGoneIsAFaultOnceAnythingWasReleased() throws IOException {
    Files.delete(file);

    assertThat(register.faults(Map.of())).isEmpty();
    assertThat(register.faults(Map.of("2024-06.1-0a", SEAL)))
        .singleElement()
        .asString()
        .contains("不见了");
  }

  @Test
  void whereNothingCanBeAddedItIsSaidBeforehand() {
    SealRegister nowhere = new SealRegister(folder.resolve("none/seals.txt"));

    assertThatThrownBy(nowhere::requireWritable).isInstanceOf(UncheckedIOException.class);
  }
}
