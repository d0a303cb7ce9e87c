package org.diaodu.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.diaodu.testing.SharedSpark;
import org.junit.jupiter.api.Test;

/** What a night collects of faults that an unfinished run left. */
class UntoldReportTest {
  @Test
  void ofEachReadingOfAFileTheFirstFaultsAreCollected() {
    Dataset<Row> quarantine =
        SharedSpark.session()
            .sql(
                """
                SELECT * FROM VALUES
                  ('a.csv', '11', 'pack-1', '10', 'R1', 'tenth line', 10),
                  ('a.csv', '11', 'pack-1', '9', 'R2', 'ninth line, second', 9),
                  ('a.csv', '11', 'pack-1', '9', 'R1', 'ninth line, first', 9),
                  ('a.csv', '11', 'pack-2', '10', 'R1', 'by another pack', 10),
                  ('a.csv', '22', 'pack-1', '10', 'R1', 'of another content', 10),
                  ('b.csv', '11', 'pack-1', '10', 'R1', 'of another file', 10)
                AS t(source_file, source_sha256, pack_id, source_cell, rule_id, message, record)
                """);

    List<Row> collected = UntoldReport.firstFaults(quarantine, 2);

    assertThat(collected)
        .extracting(row -> row.<String>getAs("message"))
        .containsExactlyInAnyOrder(
            "ninth line, first",
            "ninth line, second",
            "by another pack",
            "of another content",
            "of another file")
        .containsSubsequence("ninth line, first", "ninth line, second");
    assertThat(collected.get(0).schema().fieldNames())
        .as("nothing but what is told")
        .containsExactly("source_file", "source_sha256", "pack_id", "message", "place");
  }
}
