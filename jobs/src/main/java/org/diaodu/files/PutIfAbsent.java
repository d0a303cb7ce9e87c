package org.diaodu.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options.CreateFileOptionKeys;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.Syncable;
import org.apache.hadoop.fs.UnsupportedFileSystemException;

/**
 * Writes a file in one step, and only where none of its name is there: of several who try at once,
 * one can, whatever the file system. Until then the name is free; afterwards the file is whole.
 */
public final class PutIfAbsent {
  private static final String CONDITIONAL =
      CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE;

  private PutIfAbsent() {}

  /**
   * Writes it.
   *
   * @param beside where it is written first, on the same file system, and not left behind
   * @throws FileAlreadyExistsException where the name is taken
   */
  public static void write(
      FileSystem files, Path file, Path beside, byte[] content, Configuration hadoop)
      throws IOException {
    if (files.hasPathCapability(file, CONDITIONAL)) {
      // An object store: what is being written has no name until it is whole.
      FSDataOutputStreamBuilder<?, ?> builder = files.createFile(file);
      builder.overwrite(false);
      builder.must(CONDITIONAL, true);
      try (OutputStream out = builder.build()) {
        out.write(content);
      }
      return;
    }
    try (OutputStream out = files.create(beside, true)) {
      out.write(content);
      if (out instanceof Syncable disk) {
        disk.hsync();
      }
    }
    try {
      name(files, file, beside, hadoop);
    } finally {
      files.delete(beside, false);
    }
  }

  private static void name(FileSystem files, Path file, Path beside, Configuration hadoop)
      throws IOException {
    if (files.getUri().getScheme().equals("file")) {
      link(file, beside);
      return;
    }
    try {
      FileContext.getFileContext(files.getUri(), hadoop).rename(beside, file, Rename.NONE);
    } catch (UnsupportedFileSystemException plain) {
      // Some have no such interface; then the lock of the warehouse has to do.
      if (files.exists(file) || !files.rename(beside, file)) {
        throw new FileAlreadyExistsException(file.toString());
      }
    }
  }

  /** To rename would replace what another process put there in between; a second link cannot. */
  private static void link(Path file, Path beside) throws IOException {
    java.nio.file.Path target =
        java.nio.file.Path.of(Path.getPathWithoutSchemeAndAuthority(file).toString());
    java.nio.file.Path source =
        java.nio.file.Path.of(Path.getPathWithoutSchemeAndAuthority(beside).toString());
    try {
      Files.createLink(target, source);
    } catch (java.nio.file.FileAlreadyExistsException taken) {
      throw (FileAlreadyExistsException)
          new FileAlreadyExistsException(file.toString()).initCause(taken);
    } catch (UnsupportedOperationException | FileSystemException noLinks) {
      // A folder of Windows, or a share without links. Files.move alone would replace on POSIX.
      if (Files.exists(target)) {
        throw (FileAlreadyExistsException)
            new FileAlreadyExistsException(file.toString()).initCause(noLinks);
      }
      Files.move(source, target);
    }
  }
}
