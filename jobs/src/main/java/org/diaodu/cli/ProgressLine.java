package org.diaodu.cli;

import java.io.PrintStream;
import org.diaodu.operation.Progress;

/**
 * Says what the run is doing: on a terminal in one line that is written over, else a line a stage.
 */
final class ProgressLine implements Progress {
  private static final String ERASE = "\r\u001B[2K";

  private static final String SAVE = "\u001B7";
  private static final String RESTORE = "\u001B8";

  private final PrintStream out;
  private final boolean terminal;

  ProgressLine(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  @Override
  public void stageBegins(int number, int of, String stage) {
    String text = "[%d/%d] %s …".formatted(number, of, StageNames.zh(stage));
    if (terminal) {
      out.print(ERASE + text);
      out.flush();
    } else {
      out.println(text);
    }
  }

  @Override
  public void reads(int files, long bytes) {
    String text = "  新到%d个文件，%.1f MB".formatted(files, bytes / 1_000_000.0);
    if (terminal) {
      out.print(text);
      out.flush();
    } else {
      out.println(text);
    }
  }

  @Override
  public void cellsRead(long cells) {
    String text = "  已读%,d格".formatted(cells);
    if (terminal) {
      out.print(SAVE + text + RESTORE);
      out.flush();
    } else {
      out.println(text);
    }
  }

  /** Clears the line. */
  void done() {
    if (terminal) {
      out.print(ERASE);
      out.flush();
    }
  }
}
