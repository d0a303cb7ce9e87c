package org.diaodu.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One folder, one place. */
class PlaceTest {
  private static final Configuration HADOOP = new Configuration();

  @TempDir private Path folder;

  @Test
  void howeverAFolderIsWrittenItIsOnePlace() throws IOException {
    Path warehouse = Files.createDirectories(folder.toRealPath().resolve("a b/warehouse"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), warehouse);
    Path upper = Files.createSymbolicLink(folder.resolve("upper"), warehouse.getParent());
    Path relative = Path.of("").toAbsolutePath().relativize(warehouse);

    for (String written :
        new String[] {
          warehouse.toString(),
          warehouse + "/",
          warehouse + "//",
          warehouse + "/../warehouse/.",
          "file:" + warehouse,
          "file://" + warehouse,
          "file://" + warehouse + "/",
          "file://localhost" + warehouse,
          "FILE:" + warehouse,
          link.toString(),
          "file:" + link + "/",
          upper + "/warehouse",
          relative.toString()
        }) {
      assertThat(Place.of(written, HADOOP))
          .as(written)
          .isEqualTo(new Place(warehouse.toString(), true));
    }
  }

  @Test
  void aFolderThatIsNotThereYetIsPlacedByWhatIs() throws IOException {
    Path there = Files.createDirectories(folder.toRealPath().resolve("there"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), there);

    assertThat(Place.of(link + "/new/warehouse/", HADOOP).path())
        .isEqualTo(there.resolve("new/warehouse"));
  }

  @Test
  void whereTheFileSystemIsNotOfTheMachineAPathIsNoneOfTheMachineEither() {
    Configuration elsewhere = new Configuration();
    elsewhere.set("fs.defaultFS", "viewfs://bureau/");
    elsewhere.set("fs.viewfs.mounttable.bureau.link./data", folder.toUri().toString());

    for (String written :
        new String[] {"/data/warehouse", "/data/warehouse/", "viewfs://bureau/data/warehouse/"}) {
      assertThat(Place.of(written, elsewhere))
          .as(written)
          .isEqualTo(new Place("viewfs://bureau/data/warehouse", false));
    }
    assertThat(Place.of("file:" + folder, elsewhere).local()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"file:warehouse", "file://warehouse", "file://elsewhere/warehouse", "file:"})
  void whatNamesNoFolderOfTheMachineIsRefused(String written) {
    assertThatThrownBy(() -> Place.of(written, HADOOP))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(written);
  }

  @Test
  void aFileSystemThatIsNotKnownIsNamed() {
    assertThatThrownBy(() -> Place.of("gopher://bureau/warehouse", HADOOP))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("gopher://bureau/warehouse");
  }
}
