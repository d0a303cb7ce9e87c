package org.diaodu.bench;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diaodu.testing.Java;
import org.diaodu.testing.StandaloneCluster;

/**
 * Starts runs in processes of their own, with the Java and the class path of this one.
 *
 * @param archive file of the classes that a first night has left, as the launcher keeps it
 */
record Runs(Scale scale, Place place, Path archive, int threads, String heap) {
  private static final String[] SMALL = {
    "-Xmx2g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=256m"
  };

  Measured night(LocalDate asOf) throws IOException, InterruptedException {
    return run("night", asOf, local(), fromArchive("-XX:+UseParallelGC", "-Xmx" + heap));
  }

  Measured duckDb(LocalDate asOf) throws IOException, InterruptedException {
    return run("duckdb", asOf, local(), "-XX:+UseParallelGC", "-Xmx512m");
  }

  /** A night whose executors are those of a cluster. */
  Measured clusterNight(StandaloneCluster cluster, LocalDate asOf)
      throws IOException, InterruptedException {
    List<String> jvm = new ArrayList<>(cluster.driverProperties(heap));
    jvm.addAll(List.of("-XX:+UseParallelGC", "-Xmx1g"));
    return run("night", asOf, cluster.url(), fromArchive(jvm.toArray(String[]::new)));
  }

  /** A night with the settings of a small one, as the launcher has them. */
  Measured smallNight(LocalDate asOf) throws IOException, InterruptedException {
    return run("night", asOf, local(), fromArchive(SMALL));
  }

  /** A session and one Delta commit, in the same way. */
  Measured commit(LocalDate asOf) throws IOException, InterruptedException {
    return run("commit", asOf, local(), fromArchive(SMALL));
  }

  /**
   * The night that leaves the archive of its classes, as the first one by the launcher does.
   *
   * @throws IllegalStateException where it left none, as where the classes were not packed
   */
  void firstNight(LocalDate asOf) throws IOException, InterruptedException {
    run("night", asOf, local(), and(SMALL, "-XX:ArchiveClassesAtExit=" + archive));
    if (!Files.isRegularFile(archive)) {
      throw new IllegalStateException(
          "The first night left no archive of classes at %s, and no later one would start from it."
                  .formatted(archive)
              + " Java makes none of classes in folders: start by bin/diaodu bench");
    }
  }

  private String local() {
    return "local[%d]".formatted(threads);
  }

  private String[] fromArchive(String... jvm) {
    return and(jvm, "-XX:SharedArchiveFile=" + archive);
  }

  private static String[] and(String[] jvm, String archive) {
    return Stream.concat(Stream.of(jvm), Stream.of(archive, "-Xlog:disable"))
        .toArray(String[]::new);
  }

  private Measured run(String what, LocalDate asOf, String master, String... jvm)
      throws IOException, InterruptedException {
    return run(
        OneRun.class,
        Stream.of(jvm),
        Stream.of(
            what,
            String.valueOf(scale.areas()),
            String.valueOf(scale.indicators()),
            String.valueOf(scale.years()),
            String.valueOf(scale.seed()),
            place.folder().toString(),
            asOf.toString(),
            String.valueOf(threads),
            master));
  }

  /** Without Spark's machine learning, which the launcher leaves out as well. */
  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.contains("spark-mllib_"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Runs a class in a process of its own. */
  static Measured run(Class<?> main, Stream<String> jvm, Stream<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    jvm.forEach(command::add);
    command.addAll(Java.options());
    // Where things are; not the heap of this one.
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("-D"))
        .forEach(command::add);
    command.addAll(List.of("-cp", classPath(), main.getName()));
    arguments.forEach(command::add);
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
