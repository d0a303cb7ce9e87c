package org.diaodu.statistics;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.diaodu.contract.Table;
import org.diaodu.region.Action;
import org.diaodu.region.Area;
import org.diaodu.region.Conflict;
import org.diaodu.region.Indicator;
import org.diaodu.region.Policy;
import org.diaodu.region.RegionPack;
import org.diaodu.region.ResponsibleUnit;
import org.diaodu.region.Target;
import org.diaodu.region.Task;

/** The pack as rows of the reference tables. */
public final class ReferenceRows {
  /** The tables that hold a pack. */
  public static final List<Table> TABLES =
      List.of(
          Table.AREAS,
          Table.INDICATORS,
          Table.TARGETS,
          Table.TASKS,
          Table.ACTIONS,
          Table.CONFLICTS,
          Table.UNITS,
          Table.POLICIES);

  private final RegionPack pack;

  public ReferenceRows(RegionPack pack) {
    this.pack = pack;
  }

  /** The rows of one of the reference tables. */
  public List<Row> of(Table table) {
    return switch (table) {
      case AREAS -> pack.areas().stream().map(this::area).toList();
      case INDICATORS -> pack.indicators().stream().map(this::indicator).toList();
      case TARGETS -> pack.allTargets().stream().map(this::target).toList();
      case TASKS -> pack.allTasks().stream().map(this::task).toList();
      case ACTIONS ->
          pack.plans().stream()
              .flatMap(plan -> plan.actions().stream().map(a -> action(a, plan.planYear())))
              .toList();
      case CONFLICTS -> pack.allConflicts().stream().map(this::conflict).toList();
      case UNITS -> pack.units().stream().map(this::unit).toList();
      case POLICIES -> pack.allPolicies().stream().map(this::policy).toList();
      default ->
          throw new IllegalArgumentException("Cannot make rows: not a reference table " + table);
    };
  }

  private Row area(Area a) {
    return RowFactory.create(
        a.refArea(),
        a.nameZh(),
        a.nameEn(),
        orNull(a.parent()),
        a.level(),
        a.capital(),
        a.inTotal(),
        a.aliases().toArray(String[]::new),
        a.validity().first(),
        a.validity().last(),
        a.succeeds().isEmpty() ? null : a.succeeds().toArray(String[]::new),
        pack.packId());
  }

  private Row indicator(Indicator i) {
    return RowFactory.create(
        i.indicator(),
        i.nameZh(),
        i.nameEn(),
        i.unit(),
        i.kind().name(),
        i.frequency().name(),
        i.accumulation().name(),
        i.additive(),
        i.growthSource().name(),
        i.better().name(),
        i.decimals(),
        i.plausibleMin(),
        i.plausibleMax(),
        i.aliases().toArray(String[]::new),
        orNull(i.reporter()),
        pack.judgedSources().get(i.indicator()),
        i.validity().first(),
        i.validity().last(),
        pack.packId());
  }

  private Row target(Target t) {
    return RowFactory.create(
        t.targetId(),
        t.annex(),
        t.action(),
        t.itemNo(),
        orNull(t.indicator()),
        t.nameZh(),
        t.targetClass().name(),
        t.kind().name(),
        t.reference().isEmpty()
            ? t.comparator().code()
            : t.comparator().code() + ":" + t.reference(),
        t.value(),
        t.unit(),
        t.rules().stream()
            .map(r -> r.argument().isEmpty() ? r.kind().name() : r.kind() + ":" + r.argument())
            .toArray(String[]::new),
        orNull(t.commitment()),
        t.scope().toArray(String[]::new),
        t.owner(),
        t.ownerBasis().name(),
        t.participants().toArray(String[]::new),
        t.sameAs().toArray(String[]::new),
        date(t.deadline()),
        orNull(t.measureNote()),
        orNull(t.note()),
        pack.packId());
  }

  private Row task(Task t) {
    return RowFactory.create(
        t.taskId(),
        t.annex(),
        t.action(),
        t.itemNo(),
        t.nameZh(),
        t.leads().toArray(String[]::new),
        t.leadMode().name(),
        t.leadsOpen(),
        t.participants().toArray(String[]::new),
        t.participantsOpen(),
        t.areas().toArray(String[]::new),
        t.targets().toArray(String[]::new),
        t.milestones().toArray(String[]::new),
        pack.packId());
  }

  private Row action(Action a, int planYear) {
    return RowFactory.create(
        planYear,
        a.annex(),
        a.nameZh(),
        a.convenor(),
        orNull(a.chiefConvenor()),
        a.deputies().toArray(String[]::new),
        a.members().toArray(String[]::new),
        a.office(),
        pack.packId());
  }

  private Row conflict(Conflict c) {
    return RowFactory.create(
        c.conflictId(),
        c.topic(),
        c.firstReading(),
        c.firstPlace(),
        c.secondReading(),
        c.secondPlace(),
        c.inForce().code(),
        c.reason(),
        c.targets().toArray(String[]::new),
        pack.packId());
  }

  private Row unit(ResponsibleUnit u) {
    return RowFactory.create(u.unit(), u.nameZh(), u.role(), pack.packId());
  }

  private Row policy(Policy policy) {
    return RowFactory.create(
        policy.policyId(), date(policy.validFrom().toString()), policy.text(), pack.packId());
  }

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static LocalDate date(String text) {
    return text.isEmpty() ? null : LocalDate.parse(text);
  }
}
