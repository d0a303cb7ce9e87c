package org.diaodu.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The launcher in a folder of its own, with jars that are none and a Java that prints what it was
 * called with. Instead of an archive of classes it saves a file that is large enough for one.
 */
final class FakeInstallation {
  private static final String JAVA =
      """
      #!/usr/bin/env bash
      here=$(dirname "$0")
      for argument in "$@"; do
        case $argument in
          -Xshare:on) [ ! -e "$here/without-sharing" ] || exit 1 ;;
          -XX:SharedArchiveFile=*) [ ! -e "$here/refuses" ] || [[ $* != *-Xshare:on* ]] || exit 1 ;;
          -version) echo 'openjdk version "%s" 2021-09-14' >&2; exit 0 ;;
          -XX:ArchiveClassesAtExit=*) truncate -s 110000000 "${argument#*=}" ;;
        esac
      done
      printf '%%s\\n' "$@"
      exit "${EXIT_CODE:-0}"
      """;

  private final Path folder;
  private final Path jdk;
  private final Map<String, String> environment = new HashMap<>();

  private FakeInstallation(Path folder, Path jdk) {
    this.folder = folder;
    this.jdk = jdk;
    environment.put("PATH", "/usr/local/bin:/usr/bin:/bin");
    environment.put("JAVA_HOME", jdk.toString());
    environment.put("HOME", jdk.resolveSibling("home").toString());
  }

  /** As it is unpacked. */
  static FakeInstallation unpacked(Path folder, Path besides) throws IOException {
    copy(Path.of("bin"), folder.resolve("bin"));
    copy(Path.of("conf"), folder.resolve("conf"));
    FakeInstallation installation = new FakeInstallation(folder, besides.resolve("jdk"));
    installation.write("lib/diaodu.jar", "the program");
    installation.write("lib/spark/spark-core.jar", "Spark");
    installation.write("lib/spark/spark-catalyst.jar", "Catalyst");
    installation.write("lib/other/netty.jar", "Netty");
    installation.write("lib/other/Log4j.jar", "Log4j");
    installation.write("lib/server/spark-mllib_2.13.jar", "ConnectHelper");
    installation.java("17.0.1");
    return installation;
  }

  /** As it is cloned, with a Maven that makes jars of nothing. */
  static FakeInstallation cloned(Path folder, Path besides) throws IOException {
    FakeInstallation checkout = unpacked(folder, besides);
    try (Stream<Path> lib = Files.walk(folder.resolve("lib"))) {
      lib.sorted(java.util.Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    }
    Files.createDirectories(folder.resolve("jobs/src/main"));
    Files.createDirectories(folder.resolve("schemas"));
    checkout.write("pom.xml", "<project/>");
    executable(
        besides.resolve("maven/mvn"),
        """
        #!/usr/bin/env bash
        echo built >>"%1$s/builds"
        echo jar >"%1$s/target/diaodu.jar"
        printf '/m2/spark-core.jar:/m2/spark-mllib_2.13.jar:/m2/netty.jar' >"%1$s/target/spark.classpath"
        """
            .formatted(folder));
    checkout.environment.merge(
        "PATH", besides.resolve("maven") + ":", (path, maven) -> maven + path);
    return checkout;
  }

  /** The same files at another place. */
  FakeInstallation movedTo(Path other) throws IOException {
    Files.move(folder, other);
    FakeInstallation moved = new FakeInstallation(other, jdk);
    moved.environment.putAll(environment);
    return moved;
  }

  /** Another Java at the same place. */
  void java(String version) throws IOException {
    executable(jdk.resolve("bin/java"), JAVA.formatted(version));
  }

  /** From now on Java starts with no archive that was saved before. */
  void javaRefusesArchives() throws IOException {
    Files.createFile(jdk.resolve("bin/refuses"));
  }

  /** As of a Java that has no archive of its own classes. */
  void javaSharesNothing() throws IOException {
    Files.createFile(jdk.resolve("bin/without-sharing"));
  }

  void environment(String name, String value) {
    environment.put(name, value);
  }

  void environmentWithout(String name) {
    environment.remove(name);
  }

  Path folder() {
    return folder;
  }

  /** Where a user has archives of classes without saying otherwise. */
  Path cache() {
    return Path.of(environment.get("HOME"), ".cache", "diaodu");
  }

  void write(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name), text);
  }

  /** All files in it with what they are, to tell whether anything was written. */
  List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(FakeInstallation::described).sorted().toList();
    }
  }

  /** Starts it elsewhere than in its folder. */
  Start start(String... arguments) throws IOException, InterruptedException {
    return run("bin/diaodu", arguments);
  }

  /** Starts one of its scripts. */
  Start run(String script, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("bash", folder.resolve(script).toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(jdk.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Path told = Files.createTempFile(jdk, "told", ".txt");
    Process process = builder.redirectError(told.toFile()).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Start(process.waitFor(), printed.lines().toList(), Files.readString(told));
  }

  private static String described(Path file) {
    try {
      return file
          + " "
          + Files.getLastModifiedTime(file)
          + (Files.isRegularFile(file) ? " " + Files.size(file) : "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void executable(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    if (!file.toFile().setExecutable(true)) {
      throw new IOException("Cannot make executable: " + file);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        if (!Files.isDirectory(file)) {
          Files.copy(file, copy);
        }
      }
    }
  }

  /**
   * What came of a start.
   *
   * @param exitCode of the launcher
   * @param java the arguments that Java got, or what was printed instead
   * @param told what was said on standard error
   */
  record Start(int exitCode, List<String> java, String told) {
    /** The archive that Java was to use. */
    Optional<Path> archiveUsed() {
      return valueOf("-XX:SharedArchiveFile=").map(Path::of);
    }

    /** The archive that Java was to save. */
    Optional<Path> archiveSaved() {
      return valueOf("-XX:ArchiveClassesAtExit=").map(Path::of);
    }

    /** The class path, entry by entry. */
    List<String> classPath() {
      return List.of(java.get(java.indexOf("-cp") + 1).split(":"));
    }

    /** What follows a flag or the name of a property. */
    Optional<String> valueOf(String flag) {
      return java.stream()
          .filter(argument -> argument.startsWith(flag))
          .map(argument -> argument.substring(flag.length()))
          .findFirst();
    }
  }
}
