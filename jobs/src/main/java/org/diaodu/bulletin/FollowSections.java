package org.diaodu.bulletin;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.diaodu.document.Block;
import org.diaodu.document.Text;
import org.diaodu.domain.Light;
import org.diaodu.domain.Rectification;
import org.diaodu.domain.Score;
import org.diaodu.region.Area;
import org.diaodu.table.TableRow;

/** 整改情况, 通报表扬和批评, 下步要求: what follows from what was found. */
final class FollowSections {
  private final Composition of;
  private final Annexes annexes;

  FollowSections(Composition of, Annexes annexes) {
    this.of = of;
    this.annexes = annexes;
  }

  /** How many problems are open, in which state, and how many were closed in this period. */
  List<Block> rectification() {
    List<TableRow> open = open();
    List<TableRow> closed =
        of.rectifications().stream().filter(row -> row.has("closed_on")).toList();
    String day = Shown.day(of.figures().asOf());
    List<Text> texts = new ArrayList<>();
    if (open.isEmpty()) {
      texts.add(of.say("rectification.none", "day", day));
    } else {
      List<Text> states = new ArrayList<>();
      state(states, "overdue", open.stream().filter(row -> row.flag("overdue")).toList());
      state(states, "supervised", in(Rectification.State.supervised, open));
      state(states, "escalated", in(Rectification.State.escalated, open));
      texts.add(
          of.say(
              "rectification.open",
              "day",
              day,
              "count",
              of.count("open-rectifications", open),
              "states",
              states.isEmpty() ? "" : Text.fill("，{}", Text.join("，", states))));
    }
    if (!closed.isEmpty()) {
      texts.add(of.say("rectification.closed", "count", of.count("closed-rectifications", closed)));
    }
    annexes
        .number("rectifications")
        .ifPresent(number -> texts.add(of.say("rectification.see", "number", number)));
    return List.of(Sections.paragraph(Text.join("", texts)));
  }

  private void state(List<Text> states, String name, List<TableRow> rows) {
    if (!rows.isEmpty()) {
      states.add(of.say("rectification." + name, "count", of.count(name, rows)));
    }
  }

  /** Who is praised and who is criticised, each with the reason. */
  List<Block> findings() {
    if (of.figures().withheld()) {
      return List.of(Sections.paragraph(of.say("findings.withheld")));
    }
    List<Block> blocks = new ArrayList<>();
    for (Score.Finding finding : List.of(Score.Finding.praise, Score.Finding.criticism)) {
      List<Text> found =
          of.figures().assessments().stream()
              .filter(row -> row.text("finding").equals(finding.name()))
              .map(this::finding)
              .toList();
      if (!found.isEmpty()) {
        blocks.add(
            Sections.paragraph(
                of.say("findings." + finding.name(), "list", Text.join("；", found))));
      }
    }
    return blocks.isEmpty() ? List.of(Sections.paragraph(of.say("findings.none"))) : blocks;
  }

  /** Who, and the reason: the score, the lights that it follows from, what is overdue. */
  private Text finding(TableRow row) {
    List<Text> lights = new ArrayList<>();
    for (Light light : Light.values()) {
      if (light != Light.no_data && row.number(light.name()).signum() != 0) {
        lights.add(
            of.say(
                "overview.light",
                "light",
                light.nameZh(),
                "count",
                Shown.counted(row, light.name())));
      }
    }
    return of.say(
        "findings.one",
        "name",
        subject(row),
        "score",
        Shown.figure(row, "score_pct", Shown.GROWTH_DECIMALS, "%"),
        "lights",
        Text.join("、", lights),
        "overdue",
        Text.join(
            "",
            List.of(
                unlessNone(row, "silent", "findings.one_silent"),
                unlessNone(row, "overdue_rectifications", "findings.one_overdue"),
                yearly(row))));
  }

  /** What it is worth in the yearly assessment; nothing where the policy sets no points. */
  private Text yearly(TableRow row) {
    return row.has("yearly_points") && row.number("yearly_points").signum() != 0
        ? of.say(
            row.number("yearly_points").signum() > 0
                ? "findings.one_added"
                : "findings.one_deducted",
            "points",
            Shown.absolute(row, "yearly_points", "分"))
        : Text.EMPTY;
  }

  private Text unlessNone(TableRow row, String column, String name) {
    return row.has(column) && row.number(column).signum() != 0
        ? of.say(name, "count", Shown.counted(row, column))
        : Text.EMPTY;
  }

  /** What is asked of whom until when; numbered as far as it is asked. */
  List<Block> requirements() {
    List<Block> blocks = new ArrayList<>();
    List<TableRow> red = Composition.with(Light.red, of.judged());
    require(
        blocks,
        "next.red",
        !red.isEmpty(),
        "units",
        of.shortNames(
            red.stream()
                .flatMap(r -> of.responsibilities().leads(of.target(r)).stream())
                .toList()));
    List<String> behind = new AreaLights(of).withRed().stream().map(Area::nameZh).toList();
    require(blocks, "next.behind", !behind.isEmpty(), "areas", String.join("、", behind));
    List<TableRow> overdue = open().stream().filter(row -> row.flag("overdue")).toList();
    require(
        blocks,
        "next.overdue",
        !overdue.isEmpty(),
        "units",
        of.shortNames(answering(overdue)),
        "count",
        of.count("overdue", overdue));
    rectify(blocks);
    List<TableRow> missing = of.missing();
    require(
        blocks,
        "next.report",
        !missing.isEmpty(),
        "names",
        missing.stream()
            .map(of::reporter)
            .map(name -> name.isEmpty() ? of.words("letter.addressee") : name)
            .distinct()
            .collect(Collectors.joining("、")));
    return blocks;
  }

  /** Of what is not overdue, that which falls due first. */
  private void rectify(List<Block> blocks) {
    LocalDate today = of.figures().asOf();
    Optional<LocalDate> next =
        open().stream()
            .filter(row -> !row.flag("overdue") && !row.day("due_on").isBefore(today))
            .map(row -> row.day("due_on"))
            .min(Comparator.naturalOrder());
    next.ifPresent(
        day ->
            require(
                blocks,
                "next.rectify",
                true,
                "units",
                of.shortNames(
                    answering(
                        open().stream().filter(row -> row.day("due_on").equals(day)).toList())),
                "day",
                Shown.day(day)));
  }

  private void require(List<Block> blocks, String name, boolean holds, Object... parts) {
    if (!holds) {
      return;
    }
    Object[] all = new Object[parts.length + 2];
    System.arraycopy(parts, 0, all, 0, parts.length);
    all[parts.length] = "number";
    all[parts.length + 1] = blocks.size() + 1;
    Text text = of.say(name, all);
    if (!text.isEmpty()) {
      blocks.add(Sections.paragraph(text));
    }
  }

  private List<TableRow> open() {
    return of.rectifications().stream().filter(row -> !row.has("closed_on")).toList();
  }

  private static List<TableRow> in(Rectification.State state, List<TableRow> open) {
    return open.stream().filter(row -> row.text("state").equals(state.name())).toList();
  }

  private static Collection<String> answering(List<TableRow> problems) {
    return problems.stream().flatMap(row -> Composition.answering(row).stream()).toList();
  }

  private String subject(TableRow row) {
    return "area".equals(row.text("subject_type"))
        ? of.areaName(row.text("subject"))
        : of.shortName(row.text("subject"));
  }
}
