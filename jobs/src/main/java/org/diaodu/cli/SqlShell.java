package org.diaodu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.diaodu.contract.Table;
import org.diaodu.contract.View;
import org.diaodu.contract.ViewReader;
import org.diaodu.published.QueryNotAllowedException;
import org.diaodu.text.DisplayWidth;
import org.jline.reader.EOFError;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;

/** Statements typed one after the other, each up to its semicolon, over one night's tables. */
final class SqlShell {
  private static final int MOST_ROWS = 1000;
  private static final int LEAST_WIDTH = 40;
  private static final List<String> LEAVE = List.of("exit", "quit");
  private static final String HELP = "help";

  private final Terminal terminal;
  private final LineReader reader;
  private final SqlSession session;
  private final Runnable cancel;

  /**
   * On a terminal.
   *
   * @param history the file that keeps what was typed; only its owner can read it
   * @param cancel ends the query that runs
   */
  SqlShell(Terminal terminal, Path history, SqlSession session, Runnable cancel) {
    this.terminal = terminal;
    this.session = session;
    this.cancel = cancel;
    this.reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .parser(new UpToTheSemicolon())
            .completer(new SqlCompleter())
            .variable(LineReader.HISTORY_FILE, ownersAlone(history))
            .variable(LineReader.SECONDARY_PROMPT_PATTERN, "   -> ")
            .option(LineReader.Option.CASE_INSENSITIVE, true)
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .build();
  }

  /** Until the user leaves. */
  void run() {
    while (true) {
      try {
        String typed = reader.readLine("diaodu> ").strip();
        if (LEAVE.contains(command(typed))) {
          return;
        }
        run(typed);
      } catch (UserInterruptException abandoned) {
        terminal.writer().println("（放弃了这一条；退出用 exit 或 Ctrl-D）");
        terminal.flush();
      } catch (EndOfFileException end) {
        return;
      }
    }
  }

  private void run(String typed) {
    if (command(typed).equals(HELP)) {
      help(terminal.writer());
      return;
    }
    Terminal.SignalHandler before = terminal.handle(Terminal.Signal.INT, signal -> cancel.run());
    try {
      for (String statement : SqlStatements.of(typed)) {
        session.show(statement, Math.max(LEAST_WIDTH, terminal.getWidth()), MOST_ROWS);
      }
    } catch (UsageException | QueryNotAllowedException mistake) {
      terminal.writer().println(mistake.getMessage());
    } catch (RuntimeException failure) {
      // The shell goes on: the failure is the query's, and it is shown in full.
      terminal.writer().println("查询失败：" + failure.getMessage());
    } finally {
      terminal.handle(Terminal.Signal.INT, before);
      terminal.flush();
    }
  }

  private static void help(PrintWriter out) {
    out.println("写一条SQL，以分号结束，可以分行写。Tab补全名称，↑↓找以前写过的，Ctrl-C放弃，exit退出。");
    out.println("最多显示前%d行；要全部，请用 diaodu sql --format csv 或 --xlsx。".formatted(MOST_ROWS));
    out.println();
    out.println("常用的视图");
    int width = Arrays.stream(View.values()).mapToInt(v -> v.fullName().length()).max().orElse(0);
    for (View view : View.values()) {
      out.println(
          "  %s  %s"
              .formatted(
                  DisplayWidth.padded(view.fullName(), width), ViewReader.read(view).questionZh()));
    }
    out.println();
    out.println("全部的表");
    for (Table table : Table.values()) {
      out.println("  " + table.fullName());
    }
    out.println();
    out.println("看一张表有哪些列：DESCRIBE statistics.growth;");
  }

  private static String command(String typed) {
    return typed.replaceFirst(";$", "").strip().toLowerCase(java.util.Locale.ROOT);
  }

  /** Queries may say what is secret until it is released. */
  private static Path ownersAlone(Path history) {
    try {
      Files.createDirectories(history.toAbsolutePath().getParent());
      if (!Files.exists(history)) {
        Files.createFile(history);
      }
      if (Files.getFileStore(history).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(history, PosixFilePermissions.fromString("rw-------"));
      }
      return history;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot keep the history of queries in " + history, e);
    }
  }

  /** Asks for another line until a statement has its semicolon. */
  private static final class UpToTheSemicolon extends DefaultParser {
    UpToTheSemicolon() {
      setEscapeChars(new char[0]);
      setQuoteChars(new char[0]);
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
      boolean more =
          !line.isBlank()
              && !SqlStatements.isComplete(line)
              && !LEAVE.contains(command(line))
              && !command(line).equals(HELP);
      if (context == ParseContext.ACCEPT_LINE && more) {
        throw new EOFError(-1, -1, "no semicolon yet");
      }
      return super.parse(line, cursor, context);
    }

    /** Names end at anything that cannot stand in one, as the bracket of {@code sum(lev}. */
    @Override
    public boolean isDelimiterChar(CharSequence text, int at) {
      char c = text.charAt(at);
      return !Character.isLetterOrDigit(c) && c != '_' && c != '.';
    }
  }
}
