package org.diaodu;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.diaodu.region.Area;
import org.diaodu.testing.BrowserPages;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What may know what. */
class ArchitectureTest {
  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.diaodu");
  private static final Path PACKAGES = Path.of("jobs/src/main/java/org/diaodu");

  /** What every stage may build on. */
  private static final Set<String> FOUNDATIONS =
      Set.of(
          "column",
          "contract",
          "cube",
          "document",
          "domain",
          "files",
          "form",
          "layout",
          "lint",
          "page",
          "region",
          "sheet",
          "table",
          "text",
          "trace");

  /** What wires the stages. Every package that is named neither here nor above is a stage. */
  private static final Set<String> ROOMS =
      Set.of(
          "collecting",
          "lock",
          "night",
          "operation",
          "published",
          "release",
          "server",
          "session",
          "statistics");

  private static final String COMMAND_LINE = "cli";

  private static final String[] TRANSFORMS = {
    "..column..",
    "..observations..",
    "..peergroup..",
    "..reconciliation..",
    "..attainment..",
    "..dispatch..",
    "..revisions..",
    "..completeness.."
  };
  private static final Set<String> ACTIONS =
      Set.of(
          "collect",
          "collectAsList",
          "count",
          "first",
          "foreach",
          "foreachPartition",
          "head",
          "isEmpty",
          "persist",
          "cache",
          "reduce",
          "show",
          "tail",
          "take",
          "takeAsList",
          "toLocalIterator",
          "write",
          "writeTo");

  @Test
  void plainJavaKnowsNothingOfSpark() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "..domain..",
            "..cube..",
            "..region..",
            "..text..",
            "..simulate..",
            "..attainment..",
            "..dispatch..",
            "..completeness..",
            "..reconciliation..",
            "..disclosure..")
        .should()
        .dependOnClassesThat(resideInAnyPackage("org.apache.spark..", "io.delta.."))
        .check(PROGRAM);
  }

  @Test
  void onlyTheTablePackageKnowsDelta() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..table..")
        .should()
        .dependOnClassesThat(resideInAnyPackage("io.delta..", "org.apache.spark.sql.delta.."))
        .check(PROGRAM);
  }

  @Test
  void onlyTheTablePackageAndTheExportToParquetWrite() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..table..")
        .and()
        .haveSimpleNameNotStartingWith("ParquetExport")
        .should()
        .accessTargetWhere(calls(Dataset.class, Set.of("write", "writeTo", "mergeInto")))
        .check(PROGRAM);
  }

  @Test
  void packagesDependOnEachOtherWithoutACircle() {
    slices().matching("org.diaodu.(*)..").should().beFreeOfCycles().check(PROGRAM);
  }

  @Test
  void everyPackageThatIsNamedHereExists() throws IOException {
    assertThat(packages()).containsAll(FOUNDATIONS).containsAll(ROOMS).contains(COMMAND_LINE);
  }

  @Test
  void stagesDoNotKnowEachOther() throws IOException {
    Set<String> stages = stages();
    assertThat(stages).as("stages").contains("ingest", "peergroup", "attainment", "bulletin");
    slices()
        .assignedFrom(
            new SliceAssignment() {
              @Override
              public String getDescription() {
                return "stages";
              }

              @Override
              public SliceIdentifier getIdentifierOf(JavaClass type) {
                String stage =
                    type.getPackageName().replaceFirst("^org\\.diaodu\\.?", "").split("\\.")[0];
                return stages.contains(stage)
                    ? SliceIdentifier.of(stage)
                    : SliceIdentifier.ignore();
              }
            })
        .should()
        .notDependOnEachOther()
        .check(PROGRAM);
  }

  @Test
  void whatStagesBuildOnKnowsNoStage() throws IOException {
    noClasses()
        .that(resideInAnyPackage(within(FOUNDATIONS)))
        .should()
        .dependOnClassesThat(resideInAnyPackage(within(stages())))
        .check(PROGRAM);
  }

  @Test
  void nothingBelowKnowsARoomOrTheCommandLine() {
    Set<String> above = new TreeSet<>(ROOMS);
    above.add(COMMAND_LINE);
    noClasses()
        .that()
        .resideOutsideOfPackages(within(above))
        .should()
        .dependOnClassesThat(resideInAnyPackage(within(above)))
        .check(PROGRAM);
    noClasses()
        .that(resideInAnyPackage(within(ROOMS)))
        .should()
        .dependOnClassesThat(resideInAPackage(within(COMMAND_LINE)))
        .check(PROGRAM);
  }

  @Test
  void onlyTheCommandLineKnowsTheNightAndTheServer() {
    for (String room : List.of("night", "server")) {
      noClasses()
          .that(resideOutsideOfPackages(within(Set.of(room, COMMAND_LINE))))
          .should()
          .dependOnClassesThat(resideInAPackage(within(room)))
          .check(PROGRAM);
    }
  }

  @Test
  void transformsTouchNoSessionAndNoFile() {
    noClasses()
        .that()
        .resideInAnyPackage(TRANSFORMS)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("java.io..", "java.nio.file..", "org.apache.hadoop..")
                .and(
                    describe(
                        "except Serializable", c -> !c.getName().equals("java.io.Serializable"))))
        .check(PROGRAM);
    noClasses()
        .that()
        .resideInAnyPackage(TRANSFORMS)
        .should()
        .dependOnClassesThat()
        .areAssignableTo(SparkSession.class)
        .check(PROGRAM);
  }

  @Test
  void transformsRunNoAction() {
    noClasses()
        .that()
        .resideInAnyPackage(TRANSFORMS)
        .should()
        .accessTargetWhere(calls(Dataset.class, ACTIONS))
        .check(PROGRAM);
  }

  @Test
  void onlyTheCommandLineLooksAtTheClock() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..cli..")
        .should()
        .accessTargetWhere(
            calls(Instant.class, Set.of("now"))
                .or(calls(LocalDate.class, Set.of("now")))
                .or(calls(LocalDateTime.class, Set.of("now")))
                .or(calls(Clock.class, Set.of("systemUTC", "systemDefaultZone", "system")))
                .or(calls(System.class, Set.of("currentTimeMillis", "nanoTime"))))
        .check(PROGRAM);
  }

  @Test
  void nothingOfARegionStandsInJava() throws IOException {
    List<String> names =
        Packs.xiangxi().areas().stream()
            .flatMap(ArchitectureTest::namesOf)
            .filter(name -> name.length() > 1)
            .toList();
    assertThat(names).as("names looked for").contains("吉首市", "433101", "湘西");

    try (Stream<Path> sources = Files.walk(Path.of("jobs/src/main"))) {
      for (Path source : sources.filter(Files::isRegularFile).toList()) {
        String text = textOf(source);
        assertThat(names)
            .as(source.toString())
            .noneMatch(name -> text.toLowerCase(java.util.Locale.ROOT).contains(name));
      }
    }
  }

  /** A Word file is a package of texts. */
  private static String textOf(Path source) throws IOException {
    if (!source.toString().endsWith(".docx")) {
      return Files.readString(source);
    }
    StringBuilder text = new StringBuilder();
    try (ZipInputStream parts = new ZipInputStream(Files.newInputStream(source))) {
      while (parts.getNextEntry() != null) {
        text.append(new String(parts.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return text.toString();
  }

  @Test
  void testsInABrowserAreTaggedSoThatTheyCanBeLeftOutWhereThereIsNone() {
    classes()
        .that(
            describe(
                "open pages",
                type ->
                    type.getConstructorCallsFromSelf().stream()
                        .anyMatch(
                            call -> call.getTargetOwner().isEquivalentTo(BrowserPages.class))))
        .should()
        .beAnnotatedWith(
            describe(
                "@Tag(\"browser\")",
                tag ->
                    tag.getRawType().isEquivalentTo(Tag.class)
                        && tag.get("value").filter("browser"::equals).isPresent()))
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.OnlyIncludeTests())
                .importPackages("org.diaodu"));
  }

  /** A folder of the sources is a package. */
  private static Set<String> packages() throws IOException {
    try (Stream<Path> folders = Files.list(PACKAGES)) {
      return folders
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static Set<String> stages() throws IOException {
    Set<String> stages = packages();
    stages.removeAll(FOUNDATIONS);
    stages.removeAll(ROOMS);
    stages.remove(COMMAND_LINE);
    return stages;
  }

  private static String[] within(Set<String> packages) {
    return packages.stream().map(ArchitectureTest::within).toArray(String[]::new);
  }

  private static String within(String name) {
    return "org.diaodu.%s..".formatted(name);
  }

  private static Stream<String> namesOf(Area area) {
    return Stream.concat(
            Stream.of(area.refArea(), area.nameZh(), area.nameEn(), "xiangxi", "湘西"),
            area.aliases().stream())
        .map(name -> name.toLowerCase(java.util.Locale.ROOT));
  }

  private static DescribedPredicate<JavaAccess<?>> calls(Class<?> owner, Set<String> methods) {
    return describe(
        owner.getSimpleName() + "." + methods,
        access ->
            access.getTargetOwner().isAssignableTo(owner)
                && methods.contains(access.getTarget().getName()));
  }
}
