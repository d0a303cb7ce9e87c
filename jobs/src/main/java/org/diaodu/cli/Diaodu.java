package org.diaodu.cli;

/** Entry point; replaced while the spine grows. */
public final class Diaodu {
  private Diaodu() {}

  /** Runs the program. */
  public static void main(String[] args) {
    System.out.println(args.length);
  }
}
