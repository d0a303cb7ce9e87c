package org.diaodu.form;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.GrowthSource;
import org.diaodu.domain.IndicatorKind;
import org.diaodu.region.Area;
import org.diaodu.region.Indicator;
import org.diaodu.region.RegionPack;
import org.diaodu.region.Target;
import org.diaodu.region.Task;

/**
 * What the region pack says of a key.
 *
 * @param key the key
 * @param labels texts of the label columns of its kind, in their order
 * @param open fields that can be filled in
 */
public record FormItem(FormKey key, List<String> labels, Set<FormField> open) {
  private static final Map<Accumulation, String> ACCUMULATIONS =
      Map.of(Accumulation.PER, "当期", Accumulation.YTD, "累计", Accumulation.EOP, "期末");

  /** The item of a key; empty where the pack knows no such item, area or part. */
  public static Optional<FormItem> of(RegionPack pack, FormKey key) {
    Optional<String> area = pack.area(key.refArea()).map(Area::nameZh);
    if (area.isEmpty() || pack.answererName(key.unit()).equals(key.unit())) {
      return Optional.empty();
    }
    return switch (FormKind.of(key.kind())) {
      case figure ->
          pack.indicator(key.item())
              .filter(indicator -> key.part().isEmpty())
              .map(indicator -> figure(key, indicator, area.get()));
      case target ->
          pack.target(key.item())
              .filter(target -> key.part().isEmpty())
              .map(target -> target(key, target, area.get()));
      case task ->
          pack.allTasks().stream()
              .filter(task -> task.taskId().equals(key.item()) && has(pack, task, key.part()))
              .findFirst()
              .map(task -> task(key, task, area.get()));
      case problem ->
          pack.target(key.item())
              .filter(target -> isDay(key.part()))
              .map(target -> problem(key, target, area.get()));
    };
  }

  /** Its sheet. */
  public FormKind kind() {
    return FormKind.of(key.kind());
  }

  private static FormItem figure(FormKey key, Indicator indicator, String area) {
    Set<FormField> open = EnumSet.of(FormField.obs_status, FormField.note);
    if (indicator.kind() != IndicatorKind.growth_only) {
      open.add(FormField.level);
    }
    if (indicator.kind() != IndicatorKind.rate
        && indicator.growthSource() != GrowthSource.computed) {
      open.add(FormField.growth);
    }
    return new FormItem(
        key,
        List.of(
            area,
            indicator.nameZh(),
            ACCUMULATIONS.get(indicator.accumulation()),
            indicator.unit(),
            key.period().toString()),
        open);
  }

  private static FormItem target(FormKey key, Target target, String area) {
    return new FormItem(
        key,
        List.of(target.targetId(), target.nameZh(), area, key.period().toString()),
        EnumSet.copyOf(FormKind.target.fields()));
  }

  private static FormItem task(FormKey key, Task task, String area) {
    return new FormItem(
        key,
        List.of(task.taskId(), task.nameZh(), key.part(), area, key.period().toString()),
        EnumSet.copyOf(FormKind.task.fields()));
  }

  private static FormItem problem(FormKey key, Target target, String area) {
    return new FormItem(
        key,
        List.of(target.targetId(), target.nameZh(), area, key.period().toString(), key.part()),
        EnumSet.copyOf(FormKind.problem.fields()));
  }

  private static boolean has(RegionPack pack, Task task, String part) {
    return part.isEmpty()
        || task.milestones().contains(part)
        || pack.allDuties().stream()
            .anyMatch(duty -> duty.taskId().equals(task.taskId()) && duty.nameZh().equals(part));
  }

  private static boolean isDay(String text) {
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeParseException noDay) {
      return false;
    }
  }
}
