package org.diaodu.reliability;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.EnumSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;
import org.diaodu.files.QuickLocalFs;

/**
 * For {@code fs.AbstractFileSystem.file.impl}: by this interface Delta puts a commit in its place.
 */
public final class TroubledFs extends QuickLocalFs {
  /** As Hadoop makes it. */
  public TroubledFs(URI uri, Configuration conf) throws IOException, URISyntaxException {
    super(uri, conf);
  }

  @Override
  public FSDataOutputStream createInternal(
      Path file,
      EnumSet<CreateFlag> flags,
      FsPermission permission,
      int buffer,
      short replication,
      long block,
      Progressable progress,
      Options.ChecksumOpt checksum,
      boolean createParent)
      throws IOException {
    Trouble.step("create " + file, true);
    FSDataOutputStream out =
        super.createInternal(
            file, flags, permission, buffer, replication, block, progress, checksum, createParent);
    Trouble.step("created " + file, true);
    return out;
  }

  @Override
  public void renameInternal(Path from, Path to) throws IOException {
    Trouble.step("rename " + to, false);
    super.renameInternal(from, to);
    Trouble.step("renamed " + to, false);
  }
}
