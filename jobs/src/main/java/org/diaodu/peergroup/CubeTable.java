package org.diaodu.peergroup;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.diaodu.contract.RowCodec;
import org.diaodu.contract.Table;
import org.diaodu.cube.AdditivityRow;
import org.diaodu.cube.AdditivityRows;
import org.diaodu.cube.AreaShareRow;
import org.diaodu.cube.AreaShareRows;
import org.diaodu.cube.CapitalShareRow;
import org.diaodu.cube.CapitalShareRows;
import org.diaodu.cube.GrowthRow;
import org.diaodu.cube.GrowthRows;
import org.diaodu.cube.PeerGroupCube;

/**
 * A table whose rows are read off cubes.
 *
 * @param table which one
 * @param records its rows of one cube
 * @param codec records as rows of the table
 * @param <R> the kind of record
 */
public record CubeTable<R extends Record>(Table table, Records<R> records, RowCodec<R> codec)
    implements Serializable {

  /** What a cube says in one table. */
  @FunctionalInterface
  public interface Records<R extends Record> extends Serializable {
    /** The rows of one peer group. */
    List<R> of(PeerGroupCube cube);
  }

  /** {@code statistics.growth} as of a day. */
  public static CubeTable<GrowthRow> growth(LocalDate asOf) {
    return of(Table.GROWTH, GrowthRow.class, cube -> GrowthRows.of(cube, asOf));
  }

  /** {@code statistics.area_shares} as of a day. */
  public static CubeTable<AreaShareRow> areaShares(LocalDate asOf) {
    return of(Table.AREA_SHARES, AreaShareRow.class, cube -> AreaShareRows.of(cube, asOf));
  }

  /**
   * {@code statistics.capital_share} as of a day.
   *
   * @param totalArea code of the area that is the total
   * @param capitalArea code of the capital
   */
  public static CubeTable<CapitalShareRow> capitalShare(
      String totalArea, String capitalArea, LocalDate asOf) {
    return of(
        Table.CAPITAL_SHARE,
        CapitalShareRow.class,
        cube -> CapitalShareRows.of(cube, totalArea, capitalArea, asOf));
  }

  /** {@code statistics.additivity} as of a day. */
  public static CubeTable<AdditivityRow> additivity(LocalDate asOf) {
    return of(Table.ADDITIVITY, AdditivityRow.class, cube -> AdditivityRows.of(cube, asOf));
  }

  /** The rows of one cube. */
  public Stream<Row> rows(PeerGroupCube cube) {
    return records.of(cube).stream().map(codec::row);
  }

  private static <R extends Record> CubeTable<R> of(
      Table table, Class<R> type, Records<R> records) {
    return new CubeTable<>(table, records, RowCodec.of(table, type));
  }
}
