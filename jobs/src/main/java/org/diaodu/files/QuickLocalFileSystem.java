package org.diaodu.files;

import org.apache.hadoop.fs.LocalFileSystem;

/** For {@code fs.file.impl}: local files with checksums, without helper processes. */
public class QuickLocalFileSystem extends LocalFileSystem {
  /** As Hadoop makes it. */
  public QuickLocalFileSystem() {
    super(new QuickRawLocalFileSystem());
  }
}
