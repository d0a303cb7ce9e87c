package org.diaodu.release;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.diaodu.bulletin.DocumentCheck;
import org.diaodu.contract.Table;
import org.diaodu.document.Block;
import org.diaodu.document.Document;
import org.diaodu.document.FrozenDocument;
import org.diaodu.domain.TimePeriod;
import org.diaodu.published.PublishedTables;
import org.diaodu.region.RegionPack;
import org.diaodu.statistics.KnownOnADay;
import org.diaodu.statistics.StatisticTables;
import org.diaodu.testing.Night;
import org.diaodu.testing.Packs;
import org.diaodu.testing.SharedSpark;
import org.diaodu.testing.SimulatedYear;
import org.diaodu.testing.Slow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The documents of the simulated year 2024, made in February 2025 from one warehouse: each speaks
 * as of the day of its dispatch.
 */
@Slow
class DocumentsOfTheYearTest {
  private static final RegionPack PACK = Packs.xiangxi();
  private static final LocalDate KNOWN = LocalDate.of(2025, 2, 28);
  private static final Instant NOW = Instant.parse("2025-03-01T18:00:00Z");
  private static final TimePeriod JUNE = TimePeriod.of("2024-06");

  @TempDir private static Path folder;
  private static PublishedTables tables;
  private static Dataset<Row> observations;
  private static Dataset<Row> progress;

  @BeforeAll
  static void theYearHasArrived() throws IOException {
    Night night = new Night(Packs.XIANGXI, folder);
    SimulatedYear.arrives(night);
    night.runAsOf(NOW.toString(), KNOWN.toString());
    tables = night.published().orElseThrow();
    observations = tables.read(Table.OBSERVATIONS).localCheckpoint();
    progress = tables.read(Table.PROGRESS).localCheckpoint();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void aMonthMadeLateIsTheMonthMadeOnItsDay(int month) {
    TimePeriod period = TimePeriod.month(2024, month);
    LocalDate day = PACK.dispatch().dayOf(period);
    Instant evening = day.atTime(23, 0).atZone(PACK.timeZone()).toInstant();
    List<Document> onItsDay =
        new PeriodDocuments(asComputedOn(day), PACK, day, evening, false).untraced(period);

    List<Document> late = late(period, day);
    assertThat(shown(late)).isEqualTo(shown(onItsDay)).hasSize(20);
    assertThat(late)
        .as("counts agree, parts add up, no machine word, no empty column, no row of zeros")
        .allSatisfy(document -> assertThat(DocumentCheck.faults(document)).isEmpty());
    assertThatCode(() -> DocumentCheck.require(late))
        .as("the same count in bulletin, actions, cards and lists")
        .doesNotThrowAnyException();
  }

  @Test
  void juneTellsWhatWasKnownAtTheEndOfJuly() {
    LocalDate day = PeriodDocuments.dayOf(JUNE, PACK, KNOWN);
    Document bulletin = document(late(JUNE, day), "bulletin");

    assertThat(bulletin.asOf()).isEqualTo("2024-07-31");
    assertThat(words(bulletin))
        .as("every target, the one problem that July closed, and a county that reported late")
        .contains("302项目标中，有数据可评判的18项", "本期销号1件", "古丈县 | 未报");
    assertThat(words(bulletin))
        .as("by lights of June: by those of December it has a yellow one")
        .contains("龙山县（得分率100.0%，绿灯4项）");
  }

  @Test
  void anotherDayIsAskedForByName() {
    Document bulletin = document(late(JUNE, LocalDate.of(2024, 9, 30)), "bulletin");

    assertThat(bulletin.asOf()).isEqualTo("2024-09-30");
    assertThat(words(bulletin)).contains("302项目标中").doesNotContain("古丈县 | 未报");
  }

  @Test
  void aTargetWhoseOnlyPeriodIsYetToComeIsCountedEvenWhereItsFigureIsKnown() {
    assertThat(words(document(late(JUNE, KNOWN), "bulletin")))
        .as("annual figures have come by February, and say nothing of June")
        .contains("302项目标中");
  }

  @Test
  void aDayThatTheTablesDoNotReachIsRefused() {
    assertThatThrownBy(() -> late(JUNE, KNOWN.plusDays(1)))
        .isInstanceOf(NotKnownYetException.class)
        .hasMessageContainingAll("2025-02-28", "2025-03-01");
  }

  @Test
  void untilTheDispatchTheTablesOwnDayCounts() {
    assertThat(PeriodDocuments.dayOf(TimePeriod.of("2025-01"), PACK, LocalDate.of(2025, 2, 20)))
        .isEqualTo("2025-02-20");
    assertThat(PeriodDocuments.dayOf(TimePeriod.of("2025-01"), PACK, LocalDate.of(2025, 3, 20)))
        .isEqualTo("2025-02-28");
  }

  private static List<Document> late(TimePeriod period, LocalDate day) {
    return PeriodDocuments.asOf(
            day, period, DocumentsOfTheYearTest::stored, KNOWN, PACK, NOW, false)
        .untraced(period);
  }

  private static Dataset<Row> stored(Table table) {
    return switch (table) {
      case OBSERVATIONS -> observations;
      case PROGRESS -> progress;
      default -> tables.read(table);
    };
  }

  /** As a warehouse would hold them into which nothing had come after the day. */
  private static Function<Table, Dataset<Row>> asComputedOn(LocalDate day) {
    Dataset<Row> then = observations.where(col("release_date").leq(lit(day))).localCheckpoint();
    Dataset<Row> reports = progress.where(col("release_date").leq(lit(day))).localCheckpoint();
    AtomicReference<KnownOnADay> known = new AtomicReference<>();
    Function<Table, Dataset<Row>> computed =
        table ->
            StatisticTables.of(table)
                .map(of -> of.rows(known.get()).in(SharedSpark.session(), table))
                .orElse(table == Table.PROGRESS ? reports : then);
    known.set(new KnownOnADay(SharedSpark.session(), PACK, day, computed, false));
    return computed;
  }

  /** By id: title, day, and everything that is read, with the key of each figure. */
  private static Map<String, String> shown(List<Document> documents) {
    Map<String, String> shown = new TreeMap<>();
    for (Document document : documents) {
      FrozenDocument frozen = FrozenDocument.of(document);
      shown.put(
          document.id(),
          String.join(
              "\n",
              document.title(),
              document.asOf().toString(),
              frozen.body(),
              frozen.figures().stream()
                  .map(figure -> figure.key() + " = " + figure.printed())
                  .collect(Collectors.joining("\n"))));
    }
    return shown;
  }

  private static Document document(List<Document> documents, String id) {
    return documents.stream().filter(d -> d.id().equals(id)).findFirst().orElseThrow();
  }

  /** Paragraphs, and tables row by row. */
  private static String words(Document document) {
    StringBuilder words = new StringBuilder();
    for (Block block : document.blocks()) {
      if (block instanceof Block.Paragraph paragraph) {
        words.append(paragraph.text().plain()).append('\n');
      } else if (block instanceof Block.Table table) {
        table
            .rows()
            .forEach(
                row ->
                    words
                        .append(
                            row.cells().stream()
                                .map(cell -> cell.text().plain())
                                .collect(Collectors.joining(" | ")))
                        .append('\n'));
      }
    }
    return words.toString();
  }
}
