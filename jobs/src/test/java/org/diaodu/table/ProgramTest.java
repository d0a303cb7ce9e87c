package org.diaodu.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramTest {
  @TempDir private Path folder;

  @Test
  void itsIdChangesWithAnyOfItsClassesAndWithNothingElse() throws IOException {
    Path one = Files.createDirectories(folder.resolve("one/a"));
    Path other = Files.createDirectories(folder.resolve("other/a"));
    Files.writeString(one.resolve("A.class"), "growth");
    Files.writeString(other.resolve("A.class"), "growth");
    String before = Program.id(one.getParent());

    assertThat(Program.id(other.getParent())).as("the same, elsewhere").isEqualTo(before);
    Files.writeString(other.resolve("A.class"), "growth, mended");
    assertThat(Program.id(other.getParent())).as("mended").isNotEqualTo(before);
    Files.writeString(one.resolve("B.class"), "");
    assertThat(Program.id(one.getParent())).as("with one more").isNotEqualTo(before);
  }

  @Test
  void thisOneHasAnId() {
    assertThat(Program.id()).matches("[0-9a-f]{64}");
  }
}
