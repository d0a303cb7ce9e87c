package org.diaodu.fuzz;

import java.io.IOException;

/** One reader of the program, what it is fed, and what must hold of everything that it reads. */
public interface Target {
  /** What is read. */
  String name();

  /** An input; the same dice make the same one. */
  byte[] input(Dice dice);

  /**
   * Reads an input. A refusal that the reader declares is no failure.
   *
   * @return how many figures, or other things, were read and held against the input
   * @throws AssertionError where something was read that the input does not say, or was lost
   */
  long read(byte[] input) throws IOException;
}
