package org.diaodu.cli;

import java.nio.file.Path;

/** Where the program is installed: the folder that has {@code conf/}. */
final class Home {
  private Home() {}

  /** The folder that the launcher names; without one, where the program was started. */
  static Path folder() {
    return Path.of(System.getProperty("diaodu.home", "."));
  }

  /**
   * The folder of a region pack: a path, or the name of one below {@code conf/regions}.
   *
   * @throws UsageException where there is neither
   */
  static Path region(String nameOrFolder) {
    Path installed = folder().resolve("conf/regions").resolve(nameOrFolder);
    if (installed.toFile().isDirectory()) {
      return installed;
    }
    Path given = Path.of(nameOrFolder);
    if (given.toFile().isDirectory()) {
      return given;
    }
    throw new UsageException(
        "找不到地区包“%s”：既不是文件夹，也不在%s中".formatted(nameOrFolder, folder().resolve("conf/regions")));
  }
}
