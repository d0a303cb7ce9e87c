package org.diaodu.bulletin;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diaodu.document.Block;
import org.diaodu.document.Text;
import org.diaodu.domain.Light;
import org.diaodu.region.Action;
import org.diaodu.region.Target;
import org.diaodu.table.TableRow;

/** 主要问题: what is far off and who leads it, who is behind, what will be missed, who is silent. */
final class ProblemSection {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Estimates that must have been held against what came, before anybody is warned by one. */
  private static final int TRIED_AT_LEAST = 3;

  private final Composition of;

  ProblemSection(Composition of) {
    this.of = of;
  }

  /** Its parts, each under a heading; a part without anything is left out. */
  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    part(blocks, "sections.off_track", offTrack());
    part(blocks, "sections.behind", behind());
    part(blocks, "sections.warning", warnings());
    part(blocks, "sections.silent", silent());
    return blocks.isEmpty() ? List.of(Sections.paragraph(of.say("problems.none"))) : blocks;
  }

  private void part(List<Block> blocks, String heading, List<Text> texts) {
    if (!texts.isEmpty()) {
      blocks.add(Sections.heading(of.words(heading)));
      texts.forEach(text -> blocks.add(Sections.paragraph(text)));
    }
  }

  private List<Text> offTrack() {
    List<Text> texts = new ArrayList<>();
    for (TableRow row : Composition.with(Light.red, of.judged())) {
      texts.add(
          of.say(
              "problems.off_track",
              "number",
              texts.size() + 1,
              "target",
              of.named(row),
              "period",
              of.periodInTable(row),
              "actual",
              of.valueInWords(row),
              "required",
              of.required(row),
              "gap",
              Text.fill("{}{}", gap(row), progress(row)),
              "needed",
              needed(row),
              "areas",
              areasMissing(row),
              "lead",
              lead(row)));
    }
    return texts;
  }

  /** Of an amount the distance from the whole year's is no measure yet: its progress is. */
  private Text gap(TableRow row) {
    if (!row.has("gap") || row.has("schedule_pct")) {
      return Text.EMPTY;
    }
    boolean below = row.number("gap").signum() < 0;
    return of.say(
        below ? "problems.gap_below" : "problems.gap_above",
        "value",
        Shown.inWords(
            row,
            "gap",
            org.diaodu.domain.ExactDecimal.printed(row.number("gap"), of.decimals(row))
                .abs()
                .toPlainString()),
        "unit",
        of.target(row).isInPercent() ? "个百分点" : of.target(row).unit());
  }

  private Text progress(TableRow row) {
    if (of.target(row).kind() == Target.Kind.assessed && row.has("schedule_pct")) {
      return of.say(
          "problems.schedule",
          "schedule",
          Shown.figure(row, "schedule_pct", Shown.GROWTH_DECIMALS, "%"));
    }
    return row.has("progress_pct") && row.has("schedule_pct")
        ? of.say(
            "problems.progress",
            "progress",
            Shown.figure(row, "progress_pct", Shown.GROWTH_DECIMALS, "%"),
            "schedule",
            Shown.figure(row, "schedule_pct", Shown.GROWTH_DECIMALS, "%"))
        : Text.EMPTY;
  }

  private Text needed(TableRow row) {
    return row.has("needed_rest_pct") && row.number("needed_rest_pct").signum() > 0
        ? of.say(
            "problems.needed",
            "value",
            Shown.figure(row, "needed_rest_pct", Shown.GROWTH_DECIMALS, "%"))
        : Text.EMPTY;
  }

  /** Why: which areas miss the same target in the same period. */
  private Text areasMissing(TableRow row) {
    List<TableRow> missing =
        of.areas().stream()
            .flatMap(area -> of.judgement(of.target(row), area.refArea()).stream())
            .filter(
                r -> !r.key().equals(row.key()) && r.period().equals(row.period()) && r.has("gap"))
            .filter(r -> List.of(Light.red, Light.yellow).contains(BulletinFigures.light(r)))
            .toList();
    if (missing.isEmpty()) {
      return Text.EMPTY;
    }
    BigDecimal most =
        missing.stream().map(r -> r.number("gap").abs()).max(Comparator.naturalOrder()).get();
    List<Text> worst =
        missing.stream()
            .filter(r -> r.number("gap").abs().compareTo(most) == 0)
            .map(
                r ->
                    of.say(
                        "problems.worst",
                        "area",
                        of.areaName(r.text("ref_area")),
                        "value",
                        of.valueInWords(r)))
            .toList();
    return of.say(
        "problems.areas_missing",
        "count",
        of.count("missing-" + row.text("target_id"), missing),
        "worst",
        Text.join("、", worst));
  }

  private Text lead(TableRow row) {
    Target target = of.target(row);
    Text units =
        of.say("problems.lead", "units", of.shortNames(of.responsibilities().leads(target)));
    return of.pack().actions().stream()
        .filter(action -> action.nameZh().equals(target.action()))
        .map(Action::convenor)
        .filter(convenor -> !convenor.isEmpty())
        .findFirst()
        .or(this::chiefConvenor)
        .map(c -> Text.fill("{}{}", units, of.say("problems.convenor", "convenor", c)))
        .orElse(units);
  }

  /** Who answers for what the plan says outside of its actions. */
  private Optional<String> chiefConvenor() {
    return of.pack().actions().stream()
        .map(Action::chiefConvenor)
        .filter(convenor -> !convenor.isEmpty())
        .findFirst();
  }

  private List<Text> behind() {
    AreaLights lights = new AreaLights(of);
    List<Text> texts =
        lights.withRed().stream().map(area -> lights.red("problems.behind", area)).toList();
    return texts.isEmpty() ? texts : List.of(Text.join("", texts));
  }

  /**
   * Targets that are not red today and will most likely be missed: as sure as the policy wants an
   * interval to be, by a method that was held against years that are over.
   */
  private List<Text> warnings() {
    BigDecimal bound =
        HUNDRED.subtract(of.pack().policies().on(of.figures().asOf()).landing().confidencePct());
    return of.judged().stream()
        .filter(row -> List.of(Light.green, Light.yellow).contains(BulletinFigures.light(row)))
        .filter(row -> row.has("probability") && row.number("probability").compareTo(bound) < 0)
        .filter(row -> row.has("projection_error") && row.has("projection_trials"))
        .filter(row -> row.number("projection_trials").intValueExact() >= TRIED_AT_LEAST)
        .filter(row -> row.period().endMonth() < 12)
        .map(this::warning)
        .toList();
  }

  private Text warning(TableRow row) {
    return of.say(
        "problems.warning",
        "target",
        of.named(row),
        "light",
        BulletinFigures.light(row).nameZh(),
        "probability",
        Shown.figure(row, "probability", 0, "%"),
        "trials",
        Shown.figure(row, "projection_trials", 0, ""),
        "error",
        Shown.figure(row, "projection_error", of.decimals(row), of.target(row).unit()),
        "unit",
        of.target(row).isInPercent() ? "个百分点" : of.target(row).unit());
  }

  private List<Text> silent() {
    List<TableRow> missing = of.missing();
    if (missing.isEmpty()) {
      return List.of();
    }
    List<Text> texts = new ArrayList<>();
    texts.add(
        of.say(
            "problems.silent",
            "day",
            Shown.day(of.figures().asOf()),
            "count",
            of.count("missing", missing)));
    texts.add(of.say("problems.silent_units", "list", list("unit", missing, of::reporter)));
    texts.add(
        of.say(
            "problems.silent_areas",
            "list",
            list("area", missing, row -> of.areaName(row.text("ref_area")))));
    return List.of(Text.join("", texts));
  }

  private Text list(String what, List<TableRow> missing, Function<TableRow, String> name) {
    Map<String, List<TableRow>> byName =
        missing.stream()
            .filter(row -> !name.apply(row).isEmpty())
            .collect(Collectors.groupingBy(name, LinkedHashMap::new, Collectors.toList()));
    Stream<Text> texts =
        byName.entrySet().stream()
            .sorted(Comparator.comparingInt(of -> -of.getValue().size()))
            .map(
                owing ->
                    of.say(
                        "problems.silent_one",
                        "name",
                        owing.getKey(),
                        "count",
                        of.count(
                            "missing-%s-%s".formatted(what, owing.getKey()), owing.getValue())));
    return Text.join("、", texts.toList());
  }
}
