package org.diaodu.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Starts runs in processes of their own, with the Java and the class path of this one. */
record Runs(Scale scale, Place place, int threads, String heap) {
  private static final String[] SMALL = {
    "-Xmx2g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=256m"
  };

  Measured night(LocalDate asOf) throws IOException, InterruptedException {
    return run("night", asOf, "-XX:+UseParallelGC", "-Xmx" + heap);
  }

  Measured duckDb(LocalDate asOf) throws IOException, InterruptedException {
    return run("duckdb", asOf, "-XX:+UseParallelGC", "-Xmx512m");
  }

  /** A night with the settings of a small one, as the launcher has them. */
  Measured smallNight(LocalDate asOf) throws IOException, InterruptedException {
    return run("night", asOf, SMALL);
  }

  /** A session and one Delta commit, in the same way. */
  Measured commit(LocalDate asOf) throws IOException, InterruptedException {
    return run("commit", asOf, SMALL);
  }

  private Measured run(String what, LocalDate asOf, String... jvm)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    command.addAll(List.of(jvm));
    for (String argument : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
      // What the launcher says of opened packages and of where things are; not its heap.
      if (argument.startsWith("--add-opens") || argument.startsWith("-D")) {
        command.add(argument);
      }
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), OneRun.class.getName()));
    command.addAll(
        List.of(
            what,
            String.valueOf(scale.areas()),
            String.valueOf(scale.indicators()),
            String.valueOf(scale.years()),
            String.valueOf(scale.seed()),
            place.folder().toString(),
            asOf.toString(),
            String.valueOf(threads)));
    Path printed = Files.createTempFile("bench", ".out");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .redirectOutput(printed.toFile())
              .start();
      process.waitFor();
      return Measured.of(Files.readString(printed, StandardCharsets.UTF_8));
    } finally {
      Files.delete(printed);
    }
  }
}
