package org.diaodu.testing;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/** Folders with all that is in them. */
public final class Folders {
  private Folders() {}

  /**
   * Copies what is below a folder, with the times of its files, to one that may be there already.
   * What is just being written beside a table's log is not part of it yet, and may be gone between
   * two looks.
   */
  public static void copy(Path folder, Path to) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path found, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(copyOf(found));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (!isBeingWritten(file)) {
              Files.copy(file, copyOf(file), StandardCopyOption.COPY_ATTRIBUTES);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure)
              throws IOException {
            if (isBeingWritten(file)) {
              return FileVisitResult.CONTINUE;
            }
            throw failure;
          }

          private Path copyOf(Path found) {
            return to.resolve(folder.relativize(found).toString());
          }
        });
  }

  private static boolean isBeingWritten(Path file) {
    return file.getFileName().toString().contains(".tmp");
  }
}
