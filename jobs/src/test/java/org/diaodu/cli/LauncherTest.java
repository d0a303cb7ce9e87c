package org.diaodu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.diaodu.cli.FakeInstallation.Start;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/diaodu} and what it reads, run with a Java that prints its arguments. */
class LauncherTest {
  @TempDir Path temp;
  private FakeInstallation installation;

  @BeforeEach
  void unpack() throws IOException {
    installation = FakeInstallation.unpacked(temp.resolve("统计局 programs/diaodu"), temp);
  }

  @Test
  void aPathWithBlanksAndChineseReachesJavaWhole() throws Exception {
    Path home = installation.folder();

    Start start = installation.start("check", "--region", "湘 西");

    assertThat(start.java())
        .contains("@" + home + "/conf/jvm.options", "-Ddiaodu.home=" + home)
        .endsWith("org.diaodu.cli.Diaodu", "check", "--region", "湘 西");
  }

  @Test
  void theClassPathHasTheProgramThenSparkThenOthersByName() throws Exception {
    Path lib = installation.folder().resolve("lib");

    assertThat(installation.start("sql").classPath())
        .containsExactly(
            lib + "/diaodu.jar",
            lib + "/spark/spark-catalyst.jar",
            lib + "/spark/spark-core.jar",
            lib + "/other/Log4j.jar",
            lib + "/other/netty.jar");
  }

  @Test
  void theServerHasOneJarMoreAtTheEnd() throws Exception {
    List<String> others = installation.start("sql").classPath();

    List<String> server = installation.start("serve").classPath();

    assertThat(server)
        .startsWith(others.toArray(String[]::new))
        .endsWith(installation.folder() + "/lib/server/spark-mllib_2.13.jar")
        .hasSize(others.size() + 1);
  }

  @Test
  void java24GetsFurtherFlags() throws Exception {
    String further = "@" + installation.folder() + "/conf/jvm-24.options";

    assertThat(installation.start("check").java()).doesNotContain(further);
    installation.java("24");
    assertThat(installation.start("check").java()).contains(further);
  }

  @Test
  void anOlderJavaIsRefused() throws Exception {
    installation.java("11.0.2");

    Start start = installation.start("check");

    assertThat(start.exitCode()).isEqualTo(2);
    assertThat(start.told()).contains("需要 Java 17");
  }

  @Test
  void aMissingJavaIsTold() throws Exception {
    installation.environment("JAVA_HOME", "/nowhere");

    Start start = installation.start("check");

    assertThat(start.exitCode()).isEqualTo(2);
    assertThat(start.told()).contains("需要 Java 17");
  }

  @Test
  void ownFlagsReplaceTheDefaults() throws Exception {
    String defaults = "@" + installation.folder() + "/conf/jvm-default.options";

    assertThat(installation.start("check").java()).startsWith(defaults);
    installation.environment("DIAODU_JVM", "-Xmx4g -XX:+UseParallelGC");
    assertThat(installation.start("check").java())
        .startsWith("-Xmx4g", "-XX:+UseParallelGC")
        .doesNotContain(defaults);
  }

  @Test
  void theExitCodeIsPassedOn() throws Exception {
    installation.environment("EXIT_CODE", "3");

    assertThat(installation.start("nightly").exitCode()).isEqualTo(3);
  }

  @Test
  void theLogOfAnInstallationIsWhereItIsStarted() throws Exception {
    assertThat(installation.start("check").valueOf("-Ddiaodu.log=")).contains("log");
    installation.environment("DIAODU_LOG", "/var/log/diaodu");
    assertThat(installation.start("check").valueOf("-Ddiaodu.log=")).contains("/var/log/diaodu");
  }

  @Test
  void theFirstNightSavesWhatEveryLaterStartUses() throws Exception {
    Start first = installation.start("nightly");
    Start second = installation.start("sql");

    assertThat(first.archiveUsed()).isEmpty();
    assertThat(first.archiveSaved())
        .hasValueSatisfying(saved -> assertThat(saved).startsWithRaw(cache()));
    assertThat(second.archiveUsed()).hasValueSatisfying(used -> assertThat(used).isRegularFile());
    assertThat(installation.start("nightly").archiveUsed()).isEqualTo(second.archiveUsed());
  }

  @Test
  void otherCommandsSaveNothing() throws Exception {
    assertThat(installation.start("sql").archiveSaved()).isEmpty();
  }

  @Test
  void nothingIsWrittenToAnInstallation() throws Exception {
    List<String> before = installation.files();

    installation.start("nightly");
    installation.start("nightly");

    assertThat(installation.files()).isEqualTo(before);
  }

  @Test
  void anArchivePreparedByTheInstallerIsUsedByAll() throws Exception {
    installation.environment("DIAODU_CACHE", installation.folder() + "/cache");
    installation.start("nightly");
    installation.start("check");
    installation.environmentWithout("DIAODU_CACHE");

    assertThat(installation.start("nightly").archiveUsed())
        .hasValueSatisfying(
            used -> assertThat(used).startsWith(installation.folder().resolve("cache")));
  }

  @Test
  void whoHasNoPlaceForAnArchiveIsToldAndRunsWithoutOne() throws Exception {
    installation.environmentWithout("HOME");

    Start start = installation.start("nightly");

    assertThat(start.exitCode()).isZero();
    assertThat(start.archiveSaved()).isEmpty();
    assertThat(start.told()).contains("DIAODU_CACHE");
  }

  @Test
  void whoCannotWriteToTheCacheRunsWithoutAnArchive() throws Exception {
    // Not even root makes a folder in a file.
    installation.environment("DIAODU_CACHE", installation.folder() + "/lib/diaodu.jar/cache");

    Start start = installation.start("nightly");

    assertThat(start.exitCode()).isZero();
    assertThat(start.archiveSaved()).isEmpty();
  }

  @Test
  void aJavaThatSharesNoClassesIsNotAskedToSaveThem() throws Exception {
    installation.javaSharesNothing();

    Start start = installation.start("nightly");

    assertThat(start.exitCode()).isZero();
    assertThat(start.archiveSaved()).isEmpty();
    assertThat(start.told()).contains("不能保存已载入的类");
  }

  @Test
  void whereJavaFindsFewClassesInAnArchiveItIsTold() throws Exception {
    assertThat(installation.start("nightly").told()).contains("有空格或中文");
    installation.java("24");
    assertThat(installation.start("nightly").told()).doesNotContain("有空格或中文");
    installation.java("17.0.1");
    FakeInstallation plain = installation.movedTo(temp.resolve("plain"));
    assertThat(plain.start("nightly").told()).doesNotContain("有空格或中文");
  }

  @Test
  void withoutArchivesNeitherSavesNorUsesOne() throws Exception {
    installation.start("nightly");
    installation.environment("DIAODU_ARCHIVE", "no");

    assertThat(installation.start("nightly").archiveUsed()).isEmpty();
    assertThat(installation.start("nightly").archiveSaved()).isEmpty();
  }

  @Test
  void aMovedInstallationSavesAnewAndStartsFromThat() throws Exception {
    installation.start("nightly");
    Path before = installation.start("sql").archiveUsed().orElseThrow();

    FakeInstallation moved = installation.movedTo(temp.resolve("moved"));

    assertThat(moved.start("sql").archiveUsed()).isEmpty();
    assertThat(moved.start("nightly").archiveSaved()).isPresent();
    assertThat(moved.start("sql").archiveUsed()).isPresent().get().isNotEqualTo(before);
  }

  @Test
  void anotherProgramOfTheSameSizeAndTimeIsAnother() throws Exception {
    Path jar = installation.folder().resolve("lib/diaodu.jar");
    FileTime time = Files.getLastModifiedTime(jar);
    installation.start("nightly");
    assertThat(installation.start("sql").archiveUsed()).isPresent();

    installation.write("lib/diaodu.jar", "the PROGRAM");
    Files.setLastModifiedTime(jar, time);

    assertThat(installation.start("sql").archiveUsed()).isEmpty();
  }

  @Test
  void aTouchedLibraryIsAnother() throws Exception {
    installation.start("nightly");
    assertThat(installation.start("sql").archiveUsed()).isPresent();

    Files.setLastModifiedTime(
        installation.folder().resolve("lib/other/netty.jar"), FileTime.fromMillis(0));

    assertThat(installation.start("sql").archiveUsed()).isEmpty();
  }

  @Test
  void anotherJavaHasAnotherArchive() throws Exception {
    installation.start("nightly");
    Path of17 = installation.start("sql").archiveUsed().orElseThrow();

    installation.java("25.0.1");
    installation.start("nightly");

    assertThat(installation.start("sql").archiveUsed()).isPresent().get().isNotEqualTo(of17);
    installation.java("17.0.1");
    assertThat(installation.start("sql").archiveUsed()).contains(of17);
  }

  @Test
  void anArchiveThatJavaRefusesIsThrownAwayAndSavedAnew() throws Exception {
    installation.start("nightly");
    Path archive = installation.start("sql").archiveUsed().orElseThrow();
    installation.javaRefusesArchives();

    Start night = installation.start("nightly");

    assertThat(archive).doesNotExist();
    assertThat(night.archiveUsed()).isEmpty();
    assertThat(night.archiveSaved()).isPresent();
  }

  @Test
  void whatANightSavedThatJavaRefusesIsNotUsed() throws Exception {
    Path saved = installation.start("nightly").archiveSaved().orElseThrow();
    installation.javaRefusesArchives();

    Start next = installation.start("sql");

    assertThat(next.archiveUsed()).isEmpty();
    assertThat(saved).doesNotExist();
  }

  @Test
  void whatANightSavedThatEndedEarlyIsThrownAway() throws Exception {
    Path saved = installation.start("nightly").archiveSaved().orElseThrow();
    Files.writeString(saved, "a few classes");

    Start next = installation.start("sql");

    assertThat(next.archiveUsed()).isEmpty();
    assertThat(saved).doesNotExist();
  }

  @Test
  void whatANightIsStillSavingIsLeftAlone() throws Exception {
    Path finished = installation.start("nightly").archiveSaved().orElseThrow();
    Files.delete(finished);
    String name = finished.getFileName().toString().replaceFirst("[0-9]+$", "");
    Path saving = finished.resolveSibling(name + ProcessHandle.current().pid());
    Files.writeString(saving, "a few classes");

    installation.start("sql");

    assertThat(saving).exists();
  }

  @Test
  void twoFirstNightsSaveSideBySide() throws Exception {
    Path one = installation.start("nightly").archiveSaved().orElseThrow();
    Path copy = Files.copy(one, temp.resolve("copy"));
    Files.delete(one);
    Path other = installation.start("nightly").archiveSaved().orElseThrow();
    Files.move(copy, one);

    assertThat(other).isNotEqualTo(one);
    assertThat(installation.start("sql").archiveUsed()).isPresent();
    assertThat(archives()).hasSize(1);
  }

  @Test
  void theThreeArchivesUsedLastAreKept() throws Exception {
    for (int minor = 1; minor <= 5; minor++) {
      installation.java("17.0." + minor);
      installation.start("nightly");
      Path used = installation.start("sql").archiveUsed().orElseThrow();
      Files.setLastModifiedTime(used, FileTime.fromMillis(minor * 1000L));
    }

    assertThat(archives()).hasSize(3);
    installation.java("17.0.4");
    assertThat(installation.start("sql").archiveUsed()).isPresent();
    installation.java("17.0.2");
    assertThat(installation.start("sql").archiveUsed()).isEmpty();
  }

  @Test
  void preparingSavesInTheInstallationAndOnce() throws Exception {
    Start first = installation.run("bin/prepare");
    Start again = installation.run("bin/prepare");

    assertThat(first.told()).contains("已保存载入的类");
    assertThat(again.told()).contains("已有合用的类存档");
    installation.environmentWithout("HOME");
    assertThat(installation.start("sql").archiveUsed()).isPresent();
  }

  @Test
  void preparingTellsWhatTheNightSaidWhereItFails() throws Exception {
    installation.environment("EXIT_CODE", "1");

    Start start = installation.run("bin/prepare");

    assertThat(start.exitCode()).isNotZero();
  }

  @Test
  void aCheckoutIsBuiltOnceAndKeepsItsArchiveBesideTheJar() throws Exception {
    FakeInstallation checkout = FakeInstallation.cloned(temp.resolve("my clone"), temp);

    Start first = checkout.start("nightly");
    Start second = checkout.start("sql");

    assertThat(Files.readAllLines(checkout.folder().resolve("builds"))).containsExactly("built");
    assertThat(second.classPath())
        .containsExactly(
            checkout.folder() + "/target/diaodu.jar", "/m2/spark-core.jar", "/m2/netty.jar");
    assertThat(first.archiveSaved())
        .hasValueSatisfying(
            saved -> assertThat(saved).startsWithRaw(checkout.folder().resolve("target")));
    assertThat(second.archiveUsed()).isPresent();
    assertThat(second.valueOf("-Ddiaodu.log=")).contains(checkout.folder() + "/log");
  }

  @Test
  void aCheckoutIsBuiltAgainWhereASourceChanged() throws Exception {
    FakeInstallation checkout = FakeInstallation.cloned(temp.resolve("clone"), temp);
    checkout.start("check");
    Path jar = checkout.folder().resolve("target/diaodu.jar");
    Files.setLastModifiedTime(jar, FileTime.fromMillis(0));

    checkout.start("check");

    assertThat(Files.readAllLines(checkout.folder().resolve("builds"))).hasSize(2);
  }

  private Path cache() {
    return installation.cache();
  }

  private List<Path> archives() throws IOException {
    try (Stream<Path> files = Files.list(cache())) {
      return files.toList();
    }
  }
}
