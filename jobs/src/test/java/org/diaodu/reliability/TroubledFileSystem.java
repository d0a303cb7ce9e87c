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
    FSDataOutputStream out =
        super.create(file, permission, overwrite, buffer, replication, block, progress);
    Trouble.step("created " + file, true);
    return out;
  }

  @Override
  public boolean rename(Path from, Path to) throws IOException {
    Trouble.step("rename " + to, false);
    boolean renamed = super.rename(from, to);
    Trouble.step("renamed " + to, false);
    return renamed;
  }

  @Override
  public boolean delete(Path file, boolean recursive) throws IOException {
    Trouble.step("delete " + file, false);
    boolean deleted = super.delete(file, recursive);
    Trouble.step("deleted " + file, false);
    return deleted;
  }
}
