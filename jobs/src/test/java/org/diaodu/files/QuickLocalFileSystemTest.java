package org.diaodu.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.diaodu.session.SparkSessions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Delta asks of local files, by both of Hadoop's interfaces. */
class QuickLocalFileSystemTest {
  @TempDir private java.nio.file.Path folder;

  private FileSystem files;
  private FileContext context;

  @BeforeEach
  void open() throws IOException {
    Configuration conf = new Configuration();
    SparkSessions.LOCAL_FILES.forEach(
        (name, value) -> conf.set(name.replace("spark.hadoop.", ""), value));
    files = FileSystem.newInstance(folder.toUri(), conf);
    context = FileContext.getFileContext(folder.toUri(), conf);
    assertThat(files).isInstanceOf(QuickLocalFileSystem.class);
  }

  @Test
  void aFileIsWrittenWithItsPermissionsAndReadBack() throws IOException {
    Path file = path("a.json");
    files.create(file).close();
    files.setPermission(file, new FsPermission("640"));

    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("a.json"))))
        .isEqualTo("rw-r-----");
    assertThat(files.getFileStatus(file).getPermission()).isEqualTo(new FsPermission("640"));
  }

  @Test
  void aRenameDoesNotReplaceWhatIsThere() throws IOException {
    Files.writeString(folder.resolve("new"), "new");
    Files.writeString(folder.resolve("old"), "old");

    assertThatThrownBy(() -> context.rename(path("new"), path("old"), Options.Rename.NONE))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("exist");
    context.rename(path("new"), path("free"), Options.Rename.NONE);

    assertThat(folder.resolve("old")).hasContent("old");
    assertThat(folder.resolve("free")).hasContent("new");
  }

  @Test
  void whatIsThereHasAStatusAndWhatIsNotHasNone() throws IOException {
    Files.writeString(folder.resolve("file"), "four");

    assertThat(context.getFileLinkStatus(path("file")).getLen()).isEqualTo(4);
    assertThat(context.getFileLinkStatus(path("file")).isSymlink()).isFalse();
    assertThatThrownBy(() -> context.getFileLinkStatus(path("nothing")))
        .isInstanceOf(FileNotFoundException.class);
  }

  private Path path(String name) {
    return new Path(folder.resolve(name).toUri());
  }
}
