package org.diaodu.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.SparkSession;
import org.diaodu.testing.SharedSpark;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SettingsBySizeTest {
  private static final long MEGABYTE = 1 << 20;
  private static final String COMPILED = "spark.sql.codegen.wholeStage";
  private static final String PLANNED_ANEW = "spark.sql.adaptive.enabled";
  private static final String PARTITIONS = "spark.sql.shuffle.partitions";

  private final SparkSession spark = SharedSpark.session();

  @AfterEach
  void asASmallNightHasThem() {
    SettingsBySize.fit(spark, 0, 0);
  }

  @Test
  void aLargeNightCompilesPlansAnewAndHasMoreParts() {
    SettingsBySize.fit(spark, 100 * MEGABYTE, 20 * MEGABYTE);

    assertThat(spark.conf().get(COMPILED)).isEqualTo("true");
    assertThat(spark.conf().get(PLANNED_ANEW)).isEqualTo("true");
    int cores = spark.sparkContext().defaultParallelism();
    assertThat(Integer.parseInt(spark.conf().get(PARTITIONS)))
        .as("200 MB in parts of 32, as many for each core")
        .isBetween(6, 6 + cores)
        .satisfies(parts -> assertThat(parts % cores).isZero());
  }

  @Test
  void aSmallNightAfterALargeOneOfTheSameSessionIsASmallOne() {
    SettingsBySize.fit(spark, 100 * MEGABYTE, 0);

    SettingsBySize.fit(spark, MEGABYTE, 0);

    assertThat(spark.conf().get(COMPILED)).isEqualTo("false");
    assertThat(spark.conf().get(PLANNED_ANEW)).isEqualTo("false");
    assertThat(spark.conf().get(PARTITIONS)).isEqualTo("2");
  }
}
