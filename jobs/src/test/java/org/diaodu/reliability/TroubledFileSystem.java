package org.diaodu.reliability;

import java.io.IOException;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;
import org.diaodu.files.QuickLocalFileSystem;

/**
 * For {@code fs.file.impl}: the program's own local files, each change a step of {@link Trouble}.
 */
public final class TroubledFileSystem extends QuickLocalFileSystem {
  @Override
  public FSDataOutputStream create(
      Path file,
      FsPermission permission,
      boolean overwrite,
      int buffer,
      short replication,
      long block,
      Progressable progress)
      throws IOException {
    Trouble.step("create " + file, true);
    return super.create(file, permission, overwrite, buffer, replication, block, progress);
  }

  @Override
  public boolean rename(Path from, Path to) throws IOException {
    Trouble.step("rename " + to, false);
    return super.rename(from, to);
  }

  @Override
  public boolean delete(Path file, boolean recursive) throws IOException {
    Trouble.step("delete " + file, false);
    return super.delete(file, recursive);
  }
}
