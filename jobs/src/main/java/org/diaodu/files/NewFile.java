package org.diaodu.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** A small file that another process may have made a moment ago, and not written yet. */
public final class NewFile {
  /** How often, and how long each time, in nanoseconds, its text is waited for. */
  private static final int TRIES = 20;

  private static final long MOMENT = 50_000_000;

  private NewFile() {}

  /** Its text; empty where none has come within a second. */
  public static String text(Path file) throws IOException {
    for (int tries = 0; tries < TRIES && Files.size(file) == 0; tries++) {
      LockSupport.parkNanos(MOMENT);
    }
    return Files.readString(file);
  }
}
