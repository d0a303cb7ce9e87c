package org.diaodu.peergroup;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.unix_micros;

import java.util.Iterator;
import java.util.Map;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.diaodu.column.VintageColumns;
import org.diaodu.contract.RowCodec;
import org.diaodu.cube.Cubes;

/**
 * Observations put together by indicator, frequency and peer group, so that each cube is made in
 * one task from rows that follow each other: no more than one is in memory at a time, and none is
 * larger than the areas of one parent make it.
 */
public final class PeerGroups {
  private static final RowCodec<GroupedFigure> CODEC = RowCodec.of(GroupedFigure.class);
  private static final Column[] KEY = {col("indicator"), col("freq"), col("peer_group")};

  private PeerGroups() {}

  /**
   * What cubes are made of: every vintage, once for each peer group that its area counts in, in the
   * order of their keys, each key in one partition: the one exchange there is.
   *
   * @param observations rows of {@code statistics.observations}, as known on a day
   */
  public static Dataset<Row> exchanged(Dataset<Row> observations, Cubes cubes) {
    Column groups =
        udf(
                (UDF1<String, String[]>) area -> cubes.groupsOf(area).toArray(String[]::new),
                DataTypes.createArrayType(DataTypes.StringType))
            .apply(col("ref_area"));
    return observations
        .withColumn("peer_group", explode(groups))
        .withColumn("release_day", unix_date(col("release_date")))
        .withColumn("arrived_micros", unix_micros(VintageColumns.ARRIVAL))
        .withColumn("recorded_micros", unix_micros(col("recorded_at")))
        .select(
            CODEC.columns().stream()
                .map(org.apache.spark.sql.functions::col)
                .toArray(Column[]::new))
        .repartition(KEY)
        .sortWithinPartitions(KEY);
  }

  /** The rows of a table from figures of one partition, in the order of their keys. */
  public static Iterator<Row> rows(Iterator<Row> figures, Cubes cubes, CubeTable<?> table) {
    return stream(
            cubes.inOrder(
                stream(figures)
                    .map(CODEC::record)
                    .map(figure -> Map.entry(figure.key(), figure.observation()))
                    .iterator()))
        .flatMap(table::rows)
        .iterator();
  }

  private static <T> Stream<T> stream(Iterator<T> iterator) {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(iterator, Spliterator.ORDERED), false);
  }
}
