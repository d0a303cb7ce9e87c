package org.diaodu.testing;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Other Java processes, with what is opened in this one. */
public final class Java {
  /** What a client of Spark Connect must not have on its class path. */
  private static final Pattern SERVER =
      Pattern.compile(
          ".*/(spark-(core|sql|catalyst|connect|mllib|pipelines|hive|streaming|graphx)[^/]*|delta-[^/]*|classes|test-classes)");

  /** Those of bin/diaodu, for what is soon over: this process compiles for a whole suite. */
  private static final List<String> SHORT_LIVED =
      List.of(
          "-Xmx2g",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:ReservedCodeCacheSize=256m",
          "-XX:-DontCompileHugeMethods");

  private static final Path CLIENT = Path.of("target/connect-client");

  private static final int FIRST_WITH_OPTIONS_OF_ITS_OWN = 24;

  private Java() {}

  /** What every Java of ours gets: the argument files that the launcher and Maven name. */
  public static List<String> options() {
    List<String> options = new ArrayList<>(List.of(option("jvm.options")));
    if (Runtime.version().feature() >= FIRST_WITH_OPTIONS_OF_ITS_OWN) {
      options.add(option("jvm-24.options"));
    }
    return options;
  }

  private static String option(String file) {
    return "@" + Path.of(System.getProperty("diaodu.home"), "conf", file);
  }

  /** The command that runs a class or a source file on this process's class path. */
  public static List<String> command(String... main) {
    return command(System.getProperty("java.class.path"), main);
  }

  /** The command that runs a source file with Spark's client and nothing of its server. */
  public static List<String> clientCommand(String... main) throws IOException {
    try (Stream<Path> client = Files.list(CLIENT)) {
      String own =
          Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
              .filter(entry -> !SERVER.matcher(entry).matches())
              .collect(Collectors.joining(File.pathSeparator));
      String path =
          client.map(Path::toString).collect(Collectors.joining(File.pathSeparator))
              + File.pathSeparator
              + own;
      return command(path, main);
    }
  }

  private static List<String> command(String classPath, String... main) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(flag -> flag.startsWith("--add-opens") || flag.startsWith("-D"))
        .forEach(command::add);
    command.addAll(SHORT_LIVED);
    command.add("-Ddiaodu.home=" + Path.of("").toAbsolutePath());
    command.add("-Dlog4j2.configurationFile=" + Path.of("conf/log4j2.properties").toAbsolutePath());
    command.add("-Ddiaodu.log=" + Path.of("target/log").toAbsolutePath());
    command.add("-Dstdout.encoding=UTF-8");
    command.add("-Dstderr.encoding=UTF-8");
    command.add("-cp");
    command.add(classPath);
    command.addAll(List.of(main));
    return command;
  }
}
