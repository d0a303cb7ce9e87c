package org.diaodu.statistics;

import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.diaodu.contract.ContractReader;
import org.diaodu.cube.Cubes;
import org.diaodu.cube.PeerGroupCube;
import org.diaodu.peergroup.CubeTable;
import org.diaodu.peergroup.PeerGroups;

/**
 * Growth, shares and additivity of one set of observations, which are put together by peer group
 * once for all of them. Few observations are collected, and their rows are made here without a job;
 * many are exchanged, and each table is made from the same exchange.
 */
public final class CubeTables {
  /** So many figures are few: their cubes and rows take some hundred megabytes at most. */
  private static final int FEW = 20_000;

  private final SparkSession spark;
  private final Cubes cubes;
  private final Dataset<Row> figures;
  private final boolean areMany;
  private List<PeerGroupCube> here;
  private JavaRDD<Row> exchanged;

  /**
   * Of observations.
   *
   * @param figures as {@link PeerGroups#figures} has them
   * @param areMany whether they are known to be many; where they are not, they are looked at
   */
  CubeTables(SparkSession spark, Cubes cubes, Dataset<Row> figures, boolean areMany) {
    this.spark = spark;
    this.cubes = cubes;
    this.figures = figures;
    this.areMany = areMany;
  }

  /** The rows of a table; the first one that is asked for puts the observations together. */
  public Dataset<Row> rows(CubeTable<?> table) {
    lineUp();
    StructType struct = ContractReader.read(table.table()).struct();
    if (here != null) {
      return spark.createDataFrame(here.stream().flatMap(table::rows).toList(), struct);
    }
    Cubes of = cubes;
    return spark.createDataFrame(
        exchanged.mapPartitions(rows -> PeerGroups.rows(rows, of, table)), struct);
  }

  private synchronized void lineUp() {
    if (here != null || exchanged != null) {
      return;
    }
    if (!areMany) {
      List<Row> few = figures.limit(FEW + 1).collectAsList();
      if (few.size() <= FEW) {
        here = PeerGroups.cubes(few, cubes);
        return;
      }
    }
    exchanged = PeerGroups.exchanged(figures).toJavaRDD();
  }
}
