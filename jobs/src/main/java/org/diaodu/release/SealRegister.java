package org.diaodu.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Seals of releases kept outside of the warehouse, one line each: time, release, seal. Whoever may
 * write to the warehouse can make a whole chain of manifests and seals anew, and this shows it.
 */
public final class SealRegister {
  private static final String LINE = "\\S+ (\\S+) ([0-9a-f]{64})";

  private final Path file;

  /** The register in a file, which need not be there yet. */
  public SealRegister(Path file) {
    this.file = file;
  }

  /**
   * Does nothing where a line can be added.
   *
   * @throws UncheckedIOException where it cannot
   */
  public void requireWritable() {
    add("");
  }

  /** Adds a release. */
  public void add(Instant at, String release, String seal) {
    add("%s %s %s%n".formatted(at, release, seal));
  }

  private void add(String text) {
    try {
      Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }

  /**
   * Holds the register against a warehouse.
   *
   * @param now seal by release, as the warehouse has them
   * @return one sentence in Chinese for each release that is another there, or missing; empty where
   *     none is
   */
  public List<String> faults(Map<String, String> now) {
    if (Files.notExists(file)) {
      return now.isEmpty() ? List.of() : List.of("登记簿 %s 不见了".formatted(file));
    }
    List<String> faults = new ArrayList<>();
    for (String line : lines()) {
      if (!line.matches(LINE)) {
        faults.add("登记簿 %s 有一行读不懂：%s".formatted(file.getFileName(), line));
        continue;
      }
      String release = line.replaceFirst(LINE, "$1");
      String seal = line.replaceFirst(LINE, "$2");
      if (!now.containsKey(release)) {
        faults.add("发布 %s 登记在 %s，仓库里却没有".formatted(release, file.getFileName()));
      } else if (!now.get(release).equals(seal)) {
        faults.add("发布 %s 与 %s 登记的不符：仓库在发布以后被改过".formatted(release, file.getFileName()));
      }
    }
    return faults;
  }

  private List<String> lines() {
    try {
      return Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }
}
