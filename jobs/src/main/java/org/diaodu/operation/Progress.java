package org.diaodu.operation;

/** Told what the run is doing, so that a person who waits can see it. */
@FunctionalInterface
public interface Progress {
  /**
   * A stage begins.
   *
   * @param number its number, from 1
   * @param of how many there are
   * @param stage its name
   */
  void stageBegins(int number, int of, String stage);

  /**
   * Files that were not received before are about to be read.
   *
   * @param files how many
   * @param bytes their size
   */
  default void reads(int files, long bytes) {}

  /**
   * Files are being read.
   *
   * @param cells how many cells have been read so far
   */
  default void cellsRead(long cells) {}
}
