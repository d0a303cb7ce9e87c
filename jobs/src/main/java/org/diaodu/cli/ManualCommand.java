package org.diaodu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.diaodu.page.ManualPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code diaodu manual}: the Chinese manual as one page to search in. */
@Command(
    name = "manual",
    description = "由 docs/zh 生成可以查找的中文手册网页，不用联网。",
    mixinStandardHelpOptions = true)
final class ManualCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Map<String, String> pages = new TreeMap<>();
    try (Stream<Path> files = Files.list(Home.folder().resolve("docs/zh"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".md")).toList()) {
        pages.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    spec.commandLine().getOut().print(ManualPage.html(pages));
    spec.commandLine().getOut().flush();
    return Diaodu.DONE;
  }
}
