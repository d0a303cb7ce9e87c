package org.diaodu.reliability;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/**
 * Counts what changes the files of a warehouse, and from one step on stands still, so that the
 * process can be killed there, or lets every further step fail as a full disk does.
 */
final class Trouble {
  /** What happens at the step. */
  enum Kind {
    /** Nothing, steps are counted. */
    none,
    /** The process stands still and waits to be killed. */
    standstill,
    /** The process stands still at each step until a line comes from standard input. */
    pause,
    /** Files can no longer be written. */
    disk_full
  }

  static final String STANDS_STILL = "stands still at step ";

  private static Kind kind = Kind.none;
  private static long at;
  private static long steps;

  private Trouble() {}

  static synchronized void plan(Kind planned, long step) {
    kind = planned;
    at = step;
  }

  static synchronized long steps() {
    return steps;
  }

  /** Before and after each change of a file. */
  static synchronized void step(String what, boolean writes) throws IOException {
    steps++;
    if (steps < at) {
      return;
    }
    if (kind == Kind.disk_full && writes) {
      throw new IOException("No space left on device");
    }
    if (kind == Kind.standstill || kind == Kind.pause) {
      System.out.println(STANDS_STILL + steps + ": " + what);
      System.out.flush();
    }
    if (kind == Kind.standstill) {
      forEver();
    }
    if (kind == Kind.pause && System.in.read() < 0) {
      throw new IOException("Nobody lets this process go on");
    }
  }

  /** Holding the lock of this class: no other thread goes on with its steps either. */
  private static void forEver() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
