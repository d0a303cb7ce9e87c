package org.diaodu.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Tells somebody: a command of the bureau's own, which gets the record of the run as JSON on its
 * standard input. It is started as it is written, word by word, by no shell, and nothing of a file
 * ever becomes part of it. What becomes of it never changes what became of the run.
 */
public final class Notice {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Notice() {}

  /**
   * Runs the command.
   *
   * @param command words separated by blanks, the first a program
   * @return what went wrong with it, in Chinese; empty where nothing did
   */
  public static Optional<String> send(String command, RunRecord record) {
    return send(command, record, PATIENCE);
  }

  static Optional<String> send(String command, RunRecord record, Duration patience) {
    Path input = null;
    try {
      // A file and no pipe: writing to a command that does not read would wait for ever.
      input = Files.createTempFile("diaodu-notice", ".json");
      Files.writeString(input, RunRecords.json(record));
      Process process =
          new ProcessBuilder(List.of(command.strip().split("\\s+")))
              .redirectInput(input.toFile())
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        return Optional.of("通知命令超过%d秒没有结束，已中止：%s".formatted(patience.toSeconds(), command));
      }
      return process.exitValue() == 0
          ? Optional.empty()
          : Optional.of("通知命令的退出码是%d：%s".formatted(process.exitValue(), command));
    } catch (IOException e) {
      return Optional.of("通知命令无法运行：%s（%s）".formatted(command, e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("通知命令没有等到结束：" + command);
    } finally {
      delete(input);
    }
  }

  private static void delete(Path input) {
    if (input != null && !input.toFile().delete()) {
      input.toFile().deleteOnExit();
    }
  }
}
