package org.diaodu.peergroup;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.unix_micros;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.diaodu.cube.Cubes;
import org.diaodu.cube.PeerGroupCube;
import org.diaodu.peergroup.ObservationDecoder.Field;

/**
 * Observations put together by indicator, frequency and peer group, so that each cube is made in
 * one task from rows that follow each other: no more than one is in memory at a time, and none is
 * larger than the areas of one parent make it.
 */
public final class PeerGroups {
  private static final Column[] KEY = {
    column(Field.INDICATOR), column(Field.FREQ), column(Field.PEER_GROUP)
  };

  private PeerGroups() {}

  /**
   * What cubes are made of: every vintage that was released by a day, once for each peer group that
   * its area counts in.
   *
   * @param observations rows of {@code statistics.observations}
   */
  public static Dataset<Row> figures(Dataset<Row> observations, Cubes cubes, LocalDate asOf) {
    Column groups =
        udf(
                (UDF1<String, String[]>) area -> cubes.groupsOf(area).toArray(String[]::new),
                DataTypes.createArrayType(DataTypes.StringType))
            .apply(col("ref_area"));
    return observations
        .where(col("release_date").leq(lit(asOf)))
        .select(
            col("indicator"),
            col("freq"),
            explode(groups).as(name(Field.PEER_GROUP)),
            col("ref_area"),
            col("time_period"),
            col("accumulation"),
            col("measure"),
            col("obs_value"),
            col("obs_decimals"),
            col("obs_status"),
            unix_date(col("release_date")).as(name(Field.RELEASE_DAY)),
            unix_micros(col("recorded_at")).as(name(Field.RECORDED_MICROS)),
            col("provenance"));
  }

  /** Figures in the order of their keys, each key in one partition: the one exchange there is. */
  public static Dataset<Row> exchanged(Dataset<Row> figures) {
    return figures.repartition(KEY).sortWithinPartitions(KEY);
  }

  /** The rows of a table from figures of one partition, in the order of their keys. */
  public static Iterator<Row> rows(Iterator<Row> figures, Cubes cubes, CubeTable<?> table) {
    ObservationDecoder decoder = new ObservationDecoder();
    return stream(cubes.inOrder(stream(figures).map(decoder::entry).iterator()))
        .flatMap(table::rows)
        .iterator();
  }

  /** The cubes of few figures in any order, all at once. */
  public static List<PeerGroupCube> cubes(List<Row> figures, Cubes cubes) {
    ObservationDecoder decoder = new ObservationDecoder();
    return cubes.ofGroups(figures.stream().map(decoder::entry).toList());
  }

  private static <T> Stream<T> stream(Iterator<T> iterator) {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(iterator, Spliterator.ORDERED), false);
  }

  private static Column column(Field field) {
    return col(name(field));
  }

  private static String name(Field field) {
    return field.name().toLowerCase(Locale.ROOT);
  }
}
