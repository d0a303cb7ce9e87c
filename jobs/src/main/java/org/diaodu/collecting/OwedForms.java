package org.diaodu.collecting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diaodu.completeness.OwedRow;
import org.diaodu.domain.Measure;
import org.diaodu.domain.Owed;
import org.diaodu.domain.TimePeriod;
import org.diaodu.form.Form;
import org.diaodu.form.FormItem;
import org.diaodu.form.FormKey;
import org.diaodu.form.FormKind;
import org.diaodu.form.FormRow;
import org.diaodu.region.Area;
import org.diaodu.region.Indicator;
import org.diaodu.region.RegionPack;
import org.diaodu.region.Target;
import org.diaodu.region.Task;

/** The forms of a period, from what is owed. */
public final class OwedForms {
  private final RegionPack pack;
  private final TimePeriod period;
  private final KnownBefore known;
  private final List<String> areas;
  private final List<String> items;

  private OwedForms(RegionPack pack, TimePeriod period, KnownBefore known) {
    this.pack = pack;
    this.period = period;
    this.known = known;
    this.areas = pack.areas().stream().map(Area::refArea).toList();
    this.items =
        Stream.of(
                pack.indicators().stream().map(Indicator::indicator),
                pack.allTargets().stream().map(Target::targetId),
                pack.allTasks().stream().map(Task::taskId))
            .flatMap(codes -> codes)
            .toList();
  }

  /**
   * The forms, in the order of the units' codes; none for who owes nothing. A form for a month asks
   * for all that ends with it, so for June also for the second quarter.
   *
   * @param rows of {@code reporting.owed} of one day
   */
  public static List<Form> of(
      RegionPack pack, Collection<OwedRow> rows, TimePeriod period, KnownBefore known) {
    return new OwedForms(pack, period, known).forms(rows);
  }

  /**
   * What is owed and stands on no form of who owes it, since the pack does not know the item, the
   * area or the unit any more: ids of {@code reporting.owed}, each once and in order.
   */
  public static List<String> unknown(RegionPack pack, Collection<OwedRow> rows, TimePeriod period) {
    OwedForms forms = new OwedForms(pack, period, KnownBefore.NOTHING);
    return byUnit(rows).entrySet().stream()
        .flatMap(
            unit ->
                forms
                    .asked(unit.getValue())
                    .filter(row -> forms.row(unit.getKey(), row).isEmpty())
                    .map(OwedRow::owedId))
        .distinct()
        .sorted()
        .toList();
  }

  private static Map<String, List<OwedRow>> byUnit(Collection<OwedRow> rows) {
    Map<String, List<OwedRow>> byUnit = new TreeMap<>();
    rows.stream()
        .filter(OwedForms::isOwed)
        .forEach(
            row ->
                row.owing()
                    .forEach(u -> byUnit.computeIfAbsent(u, unit -> new ArrayList<>()).add(row)));
    return byUnit;
  }

  private List<Form> forms(Collection<OwedRow> rows) {
    return byUnit(rows).entrySet().stream()
        .flatMap(unit -> form(unit.getKey(), unit.getValue()).stream())
        .toList();
  }

  private static boolean isOwed(OwedRow row) {
    return switch (row.status()) {
      case due, missing -> true;
      case received, late, not_expected -> false;
    };
  }

  private Stream<OwedRow> asked(List<OwedRow> owed) {
    Set<String> tasks =
        owed.stream()
            .filter(row -> row.kind() == Owed.Kind.task && isOfPeriod(row))
            .map(OwedRow::item)
            .collect(Collectors.toCollection(HashSet::new));
    return owed.stream().filter(row -> isAsked(row, tasks));
  }

  private Optional<Form> form(String unit, List<OwedRow> owed) {
    Map<FormKind, List<FormRow>> rows = new EnumMap<>(FormKind.class);
    asked(owed)
        .map(row -> row(unit, row))
        .flatMap(Optional::stream)
        .sorted(order())
        .forEach(row -> rows.computeIfAbsent(row.item().kind(), k -> new ArrayList<>()).add(row));
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(new Form(unit, pack.answererName(unit), period, rows));
  }

  /**
   * A milestone can be reached in any period: it is asked for beside its task. A problem stays on
   * the form until it is reported back.
   */
  private boolean isAsked(OwedRow row, Set<String> tasks) {
    return switch (row.kind()) {
      case figure, target, task, duty -> isOfPeriod(row);
      case milestone ->
          isOfPeriod(row)
              || (row.timePeriod().year() == period.year() && tasks.contains(row.item()));
      case rectification -> !row.timePeriod().lastDay().isAfter(period.lastDay());
    };
  }

  private boolean isOfPeriod(OwedRow row) {
    return row.timePeriod().lastDay().equals(period.lastDay());
  }

  private Optional<FormRow> row(String unit, OwedRow row) {
    FormKey key =
        new FormKey(
            row.kind(),
            row.item(),
            Objects.requireNonNullElse(row.part(), ""),
            row.refArea(),
            row.kind() == Owed.Kind.milestone ? period : row.timePeriod(),
            unit);
    return FormItem.of(pack, key).map(item -> new FormRow(item, known(key, row)));
  }

  private List<String> known(FormKey key, OwedRow row) {
    String due = row.dueDate().toString();
    return switch (FormKind.of(key.kind())) {
      case figure ->
          List.of(
              due,
              figure(key, key.period().previous(), Measure.LEVEL),
              figure(key, key.period().previous(), Measure.YOY),
              figure(key, key.period().yearEarlier(), Measure.LEVEL));
      case target, task -> List.of(due, known.report(key.item(), key.refArea(), key.part()));
      case problem ->
          List.of(
              due,
              known.reason(key.item(), key.refArea(), key.part()),
              known.stage(key.item(), key.refArea(), key.part()));
    };
  }

  private String figure(FormKey key, TimePeriod of, Measure measure) {
    return known.figure(key.item(), key.refArea(), of, measure);
  }

  /** As the pack lists areas and items. */
  private Comparator<FormRow> order() {
    return Comparator.<FormRow>comparingInt(row -> areas.indexOf(row.item().key().refArea()))
        .thenComparingInt(row -> items.indexOf(row.item().key().item()))
        .thenComparing(row -> row.item().key().period())
        .thenComparing(row -> row.item().key().part());
  }
}
