package org.diaodu.night;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.diaodu.domain.ConfidentialityStatus;
import org.diaodu.night.NightlyReport.ChangedFigure;
import org.diaodu.observations.Vintages;
import org.diaodu.region.Area;
import org.diaodu.region.Indicator;
import org.diaodu.region.RegionPack;

/** How many vintages a night adds of each kind, and which known figures they change. */
final class ChangesOfNight {
  private static final int SHOWN = 20;

  /** Changes that change no figure that was known. */
  private static final Set<String> UNTOLD = Set.of(Vintages.FIRST, Vintages.REPEATED);

  private final RegionPack pack;
  private final SortedMap<String, Long> numbers = new TreeMap<>();
  private List<ChangedFigure> figures = List.of();

  ChangesOfNight(RegionPack pack) {
    this.pack = pack;
  }

  /**
   * How many there are, by what they are to what was known: first, revision, correction and so on.
   */
  SortedMap<String, Long> numbers() {
    return numbers;
  }

  /** The first of the figures that are known otherwise now. */
  List<ChangedFigure> figures() {
    return figures;
  }

  /** Counts vintages with their change, and says how many they are. */
  long add(Dataset<Row> added) {
    long rows = 0;
    for (Row row : added.groupBy(Vintages.CHANGE).agg(count(lit(1))).collectAsList()) {
      numbers.put(row.getString(0), row.getLong(1));
      rows += row.getLong(1);
    }
    if (!UNTOLD.containsAll(numbers.keySet())) {
      figures =
          added
              .where(not(col(Vintages.CHANGE).isInCollection(UNTOLD)))
              .orderBy("indicator", "ref_area", "time_period", "measure")
              .limit(SHOWN)
              .collectAsList()
              .stream()
              .map(this::changedFigure)
              .toList();
    }
    return rows;
  }

  private ChangedFigure changedFigure(Row row) {
    String indicator = row.getAs("indicator");
    String area = row.getAs("ref_area");
    boolean isPublic = ConfidentialityStatus.isPublic(row.getAs("conf_status"));
    return new ChangedFigure(
        pack.indicator(indicator).map(Indicator::nameZh).orElse(indicator),
        pack.area(area).map(Area::nameZh).orElse(area),
        row.getAs("time_period"),
        row.getAs("measure"),
        isPublic ? row.getAs(Vintages.PREVIOUS_VALUE) : null,
        isPublic ? row.getAs("obs_value") : null,
        row.getAs(Vintages.CHANGE),
        "simulated".equals(row.getAs("provenance")));
  }
}
