package org.diaodu.night;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.diaodu.contract.Table;
import org.diaodu.hold.Contradictions;
import org.diaodu.hold.HeldFigure;
import org.diaodu.hold.HeldId;
import org.diaodu.hold.HoldEntry;
import org.diaodu.hold.HoldLedger;
import org.diaodu.hold.HoldRule;
import org.diaodu.hold.HoldThresholds;
import org.diaodu.hold.SeriesHolds;
import org.diaodu.ingest.LandingFile;
import org.diaodu.region.RegionPack;
import org.diaodu.table.Warehouse;

/**
 * Which of tonight's figures are held. Those of files that another warehouse has read before are
 * judged as they were then: the record beside the files says which were held, and all others were
 * not.
 */
final class HoldVerdicts {
  private static final String ACCEPTED = "accepted";
  private static final String HELD = "held";

  private static final StructType FAULT =
      new StructType()
          .add("rule_id", DataTypes.StringType)
          .add("severity", DataTypes.StringType)
          .add("source_cell", DataTypes.StringType)
          .add("found", DataTypes.StringType)
          .add("expected", DataTypes.StringType)
          .add("message", DataTypes.StringType);

  private static final StructType VERDICT =
      new StructType()
          .add("source_file", DataTypes.StringType)
          .add("source_cell", DataTypes.StringType)
          .add("verdict", DataTypes.StringType)
          .add("verdict_id", DataTypes.StringType)
          .add("hold_severity", DataTypes.StringType)
          .add("doubts", DataTypes.createArrayType(FAULT));

  private final SparkSession spark;
  private final Warehouse warehouse;
  private final RegionPack pack;
  private final HoldThresholds thresholds;
  private final HoldLedger ledger;
  private final List<HoldEntry> held = new ArrayList<>();

  HoldVerdicts(SparkSession spark, Warehouse warehouse, RegionPack pack, HoldLedger ledger) {
    this.spark = spark;
    this.warehouse = warehouse;
    this.pack = pack;
    this.thresholds = HoldThresholds.of(pack);
    this.ledger = ledger;
  }

  /** What was held when the cells were judged last. */
  List<HoldEntry> held() {
    return held;
  }

  /** A cell of tonight. */
  private record Place(String file, String cell) {
    static Place of(Row cell) {
      return new Place(cell.getAs("source_file"), cell.getAs("source_cell"));
    }

    String key() {
      return file + "|" + cell;
    }
  }

  /**
   * The cells, with what is held by the built-in rules, by a contradiction, or from before.
   *
   * @param cells of which some may be held by a contradiction
   * @param heard of figures those that say something for the first time
   * @param files tonight's
   * @param replayed paths of those that another warehouse has read before
   * @param large whether the figures are too many to be put together in this process
   */
  Dataset<Row> judged(
      Dataset<Row> cells,
      UnaryOperator<Dataset<Row>> heard,
      Collection<LandingFile> files,
      Set<String> replayed,
      boolean large) {
    // Files that change while they are read are read once more.
    held.clear();
    Dataset<Row> figures =
        cells.where(col("outcome").isin(ACCEPTED, HELD).and(col("report").isNull()));
    Dataset<Row> live =
        heard.apply(figures.where(not(col("source_file").isInCollection(replayed))));
    Map<Place, List<SeriesHolds.Held>> doubts = doubts(live, large);
    Set<Place> before = new HashSet<>();
    files.forEach(
        file ->
            ledger
                .heldIn(file.sha256(), file.arrivedAt())
                .forEach(cell -> before.add(new Place(file.file(), cell))));
    List<Row> verdicts = new ArrayList<>();
    List<Row> candidates = at(figures, Stream.concat(doubts.keySet().stream(), before.stream()));
    boolean any = candidates.stream().anyMatch(cell -> cell.getAs("outcome").equals(HELD));
    Set<Row> outvoted = outvoted(candidates);
    Set<Place> contradicted = any ? places(live.where(col("outcome").equalTo(HELD))) : Set.of();
    for (Row cell : candidates) {
      Place place = Place.of(cell);
      List<SeriesHolds.Held> of = doubts.getOrDefault(place, List.of());
      boolean isHeld =
          before.contains(place)
              || contradicted.contains(place)
              || of.stream().anyMatch(doubt -> severity(doubt) == HoldThresholds.Severity.hold);
      verdicts.add(verdict(cell, isHeld, outvoted.contains(cell), of));
    }
    return verdicts.isEmpty() ? cells : with(cells, verdicts);
  }

  /**
   * The cells, with what rules of the pack hold: looked at after {@link #judged}, so that no figure
   * that is held by then casts a doubt on others.
   *
   * @param heard of figures those that say something for the first time
   * @param replayed paths of files that another warehouse has read before
   */
  Dataset<Row> judgedByRules(
      Dataset<Row> cells, UnaryOperator<Dataset<Row>> heard, Set<String> replayed) {
    Dataset<Row> held = cells.where(col("outcome").equalTo(HELD).and(col("hold_id").isNull()));
    List<Row> candidates = held.collectAsList();
    if (candidates.isEmpty()) {
      return cells;
    }
    Set<Place> live =
        places(heard.apply(held.where(not(col("source_file").isInCollection(replayed)))));
    return with(
        cells,
        candidates.stream()
            .map(cell -> verdict(cell, live.contains(Place.of(cell)), false, List.of()))
            .toList());
  }

  /** Of cells that contradict each other and were accepted, all but the one decided last. */
  private Set<Row> outvoted(List<Row> cells) {
    return Contradictions.outvoted(
        cells.stream().filter(cell -> decidedAt(cell).isPresent()).toList(),
        HoldVerdicts::figure,
        HoldVerdicts::id,
        cell -> decidedAt(cell).orElseThrow());
  }

  private Optional<Instant> decidedAt(Row cell) {
    return ledger
        .decision(id(cell))
        .filter(decision -> decision.kind() == HoldEntry.Kind.accepted)
        .map(HoldEntry::at);
  }

  /** What a statement is of, its source, release and arrival. */
  static List<?> figure(Row cell) {
    return Stream.of(
            "indicator",
            "ref_area",
            "time_period",
            "accumulation",
            "measure",
            "provenance",
            "source",
            "release_date",
            "arrived_at")
        .map(name -> cell.<Object>getAs(name))
        .toList();
  }

  private Map<Place, List<SeriesHolds.Held>> doubts(Dataset<Row> live, boolean large) {
    Dataset<Row> arrived =
        live.where(col("outcome").equalTo(ACCEPTED).and(col("obs_value").isNotNull()));
    Dataset<Row> observations = warehouse.read(Table.OBSERVATIONS);
    SeriesDoubts series = new SeriesDoubts(pack, thresholds);
    List<SeriesHolds.Held> all =
        large ? series.amongMany(arrived, observations) : series.amongFew(arrived, observations);
    return all.stream()
        .collect(
            Collectors.groupingBy(
                doubt -> new Place(doubt.sourceFile(), doubt.sourceCell()),
                LinkedHashMap::new,
                Collectors.toList()));
  }

  private HoldThresholds.Severity severity(SeriesHolds.Held doubt) {
    return thresholds.severity(HoldRule.valueOf(doubt.rule()));
  }

  private static Set<Place> places(Dataset<Row> cells) {
    return cells.select("source_file", "source_cell").collectAsList().stream()
        .map(Place::of)
        .collect(Collectors.toSet());
  }

  /** The cells at these places, and those that are held already. */
  private static List<Row> at(Dataset<Row> figures, Stream<Place> places) {
    Set<String> keys = places.map(Place::key).collect(Collectors.toSet());
    Column key = concat(col("source_file"), lit("|"), col("source_cell"));
    return figures.where(col("outcome").equalTo(HELD).or(key.isInCollection(keys))).collectAsList();
  }

  /** What becomes of a cell, in the columns of {@link #VERDICT}. */
  private Row verdict(Row cell, boolean isHeld, boolean isOutvoted, List<SeriesHolds.Held> doubts) {
    String id = id(cell);
    Optional<HoldEntry> decision = isHeld ? ledger.decision(id) : Optional.empty();
    String verdict = isHeld ? HELD : ACCEPTED;
    String severity = isHeld ? "hold" : "warn";
    List<Row> faults = new ArrayList<>();
    doubts.forEach(doubt -> faults.add(fault(cell, doubt)));
    if (decision.isPresent()) {
      boolean accepted = decision.get().kind() == HoldEntry.Kind.accepted && !isOutvoted;
      verdict = accepted ? ACCEPTED : "quarantined";
      severity = accepted ? "warn" : "reject";
      faults.add(fault(cell, decision.get(), severity, isOutvoted));
    } else if (isHeld) {
      String statement = statement(cell);
      held.add(
          HoldEntry.held(
              id,
              cell.getAs("source_file"),
              cell.getAs("source_sha256"),
              cell.getAs("source_cell"),
              cell.getAs("arrived_at"),
              statement));
      if (doubts.isEmpty() && !cell.getAs("outcome").equals(HELD)) {
        faults.add(heldBefore(cell));
      }
    }
    return RowFactory.create(
        cell.getAs("source_file"),
        cell.getAs("source_cell"),
        verdict,
        id,
        severity,
        faults.toArray(Row[]::new));
  }

  private Row fault(Row cell, SeriesHolds.Held doubt) {
    return RowFactory.create(
        doubt.rule(),
        severity(doubt).name(),
        doubt.sourceCell(),
        doubt.found(),
        doubt.expected(),
        place(cell) + doubt.message() + "。请核实");
  }

  private static Row fault(Row cell, HoldEntry decision, String severity, boolean isOutvoted) {
    if (isOutvoted) {
      return RowFactory.create(
          "refused_by_decision",
          severity,
          cell.getAs("source_cell"),
          cell.getAs("raw_text"),
          "",
          place(cell) + "对同一个数后来核实采用了另一个说法，这个数不采用");
    }
    boolean accepted = decision.kind() == HoldEntry.Kind.accepted;
    return RowFactory.create(
        accepted ? "confirmed" : "refused_by_decision",
        severity,
        cell.getAs("source_cell"),
        cell.getAs("raw_text"),
        "",
        "%s这个数曾暂扣，经%s核实%s：%s"
            .formatted(place(cell), decision.by(), accepted ? "采用" : "不采用", decision.reason()));
  }

  private static Row heldBefore(Row cell) {
    return RowFactory.create(
        "held_before",
        "hold",
        cell.getAs("source_cell"),
        cell.getAs("raw_text"),
        "核实",
        place(cell) + "这个数收到时已经暂扣，还没有核实");
  }

  /** Where the figure stands, as other messages say it. */
  private static String place(Row cell) {
    String at = cell.getAs("source_cell");
    String[] parts = at.split(":", -1);
    return at.matches("\\d+:\\d+")
        ? "第%s行第%s列：".formatted(parts[0], parts[1])
        : "单元格%s：".formatted(at);
  }

  private static String id(Row cell) {
    return HeldId.ofFigure(
        cell.getAs("indicator"),
        cell.getAs("ref_area"),
        cell.getAs("time_period"),
        cell.getAs("accumulation"),
        cell.getAs("measure"),
        cell.getAs("provenance"),
        cell.getAs("source"),
        cell.getAs("obs_value"),
        cell.getAs("obs_status"));
  }

  private static String statement(Row cell) {
    return HeldFigure.statement(
        cell.getAs("indicator"),
        cell.getAs("ref_area"),
        cell.getAs("time_period"),
        cell.getAs("accumulation"),
        cell.getAs("measure"),
        cell.getAs("provenance"),
        cell.getAs("source"),
        cell.getAs("obs_value"),
        cell.getAs("obs_status"));
  }

  private Dataset<Row> with(Dataset<Row> cells, List<Row> verdicts) {
    Dataset<Row> of = spark.createDataFrame(verdicts, VERDICT);
    Column decided = col("verdict").isNotNull();
    Column faults = concat(col("faults"), col("doubts"));
    Column severe =
        transform(
            faults,
            fault ->
                struct(
                    fault.getField("rule_id").as("rule_id"),
                    when(fault.getField("severity").equalTo("hold"), col("hold_severity"))
                        .otherwise(fault.getField("severity"))
                        .as("severity"),
                    fault.getField("source_cell").as("source_cell"),
                    fault.getField("found").as("found"),
                    fault.getField("expected").as("expected"),
                    fault.getField("message").as("message")));
    return cells
        .join(broadcast(of), seq(List.of("source_file", "source_cell")), "left")
        .withColumn("faults", when(decided, severe).otherwise(col("faults")))
        .withColumn("outcome", when(decided, col("verdict")).otherwise(col("outcome")))
        .withColumn(
            "hold_id",
            when(col("verdict").equalTo(HELD), col("verdict_id")).otherwise(col("hold_id")))
        .drop("verdict", "verdict_id", "hold_severity", "doubts");
  }

  private static scala.collection.immutable.Seq<String> seq(List<String> names) {
    return scala.jdk.javaapi.CollectionConverters.asScala(names).toSeq();
  }
}
