package org.diaodu.completeness;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diaodu.cube.Observation;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.Owed.Basis;
import org.diaodu.domain.ProgressReport;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.CalendarEntry;
import org.diaodu.region.RegionPack;
import org.diaodu.region.Target;

/**
 * Every figure that the calendar or a plan asks for, and what became of it. The calendar asks it of
 * those who owe it by {@code statistics.completeness}; a plan of the areas that are held against a
 * target, also of what nobody ever reported.
 */
public final class OwedFigures implements Serializable {
  private static final long serialVersionUID = 1L;

  private final RegionPack pack;
  private final LocalDate asOf;
  private final Map<Series, List<CalendarEntry>> calendar = new HashMap<>();
  private final Map<Series, List<Demand>> planned = new HashMap<>();

  private final Map<Place, Receipt> amounts = new HashMap<>();

  private record Series(String indicator, Frequency frequency) implements Serializable {}

  private record Place(String indicator, String refArea, TimePeriod period)
      implements Serializable {}

  /**
   * Of all plans that are held against figures on the day.
   *
   * @param reports of any kind and day: an amount that was reported of a target stands for its
   *     figure, as it does where the target is judged
   */
  public OwedFigures(RegionPack pack, Collection<ProgressReport> reports, LocalDate asOf) {
    this.pack = pack;
    this.asOf = asOf;
    for (CalendarEntry entry : pack.expected()) {
      calendar
          .computeIfAbsent(new Series(entry.indicator(), entry.frequency()), s -> new ArrayList<>())
          .add(entry);
    }
    ReceivedReports received = new ReceivedReports(reports, asOf);
    for (RegionPack plan : pack.plansOn(asOf)) {
      for (Demand demand : PlannedFigures.of(plan)) {
        planned
            .computeIfAbsent(
                new Series(demand.item(), demand.period().frequency()), s -> new ArrayList<>())
            .add(demand);
        amount(plan, demand, received).ifPresent(of -> amounts.put(place(demand), of));
      }
    }
  }

  /** Codes of the indicators that are asked for. */
  public Set<String> indicators() {
    return all().map(Series::indicator).collect(Collectors.toSet());
  }

  /** Rows of an indicator at a frequency of which all vintages are given. */
  public List<OwedRow> of(
      String indicator, Frequency frequency, Collection<Observation> observations) {
    FirstReleases released = FirstReleases.of(observations, asOf);
    return demands(new Series(indicator, frequency), released).stream()
        .map(demand -> OwedRow.of(demand, receipt(demand, released), asOf))
        .toList();
  }

  private Receipt receipt(Demand demand, FirstReleases released) {
    FirstReleases.Release of = released.of(demand.refArea(), demand.period());
    return of.day() == null
        ? amounts.getOrDefault(place(demand), Receipt.NONE)
        : Receipt.on(of.day(), of.provenance());
  }

  private static Optional<Receipt> amount(
      RegionPack plan, Demand demand, ReceivedReports received) {
    return demand.targets().stream()
        .filter(id -> plan.target(id).filter(OwedFigures::isAnAmount).isPresent())
        .map(id -> received.ofAmount(id, demand))
        .filter(receipt -> !receipt.equals(Receipt.NONE))
        .findFirst();
  }

  private static boolean isAnAmount(Target target) {
    return switch (target.kind()) {
      case increment, level -> true;
      case growth_yoy, capital_share, count_of_areas, assessed, overdue_rectifications -> false;
    };
  }

  /**
   * Rows of what is asked for and was never reported.
   *
   * @param reported codes of indicators and frequencies of which something was
   */
  public List<OwedRow> neverReported(Set<List<String>> reported) {
    return all()
        .filter(one -> !reported.contains(List.of(one.indicator(), one.frequency().name())))
        .flatMap(one -> of(one.indicator(), one.frequency(), List.of()).stream())
        .toList();
  }

  private Stream<Series> all() {
    return Stream.concat(calendar.keySet().stream(), planned.keySet().stream()).distinct();
  }

  private Collection<Demand> demands(Series series, FirstReleases released) {
    Map<Place, Demand> demands = new LinkedHashMap<>();
    List<Demand> ofPlans = planned.getOrDefault(series, List.of());
    ofPlans.forEach(demand -> demands.put(place(demand), demand));
    List<CalendarEntry> entries = calendar.getOrDefault(series, List.of());
    Set<String> owing =
        entries.isEmpty()
            ? Set.of()
            : CompletenessRows.owing(pack.areas(), pack.totalArea(), released);
    for (CalendarEntry entry : entries) {
      Set<String> areas = new LinkedHashSet<>(owing);
      ofPlans.stream()
          .filter(demand -> demand.period().year() == entry.timePeriod().year())
          .forEach(demand -> areas.add(demand.refArea()));
      areas.stream()
          .filter(area -> pack.isAt(area, entry.timePeriod()))
          .map(area -> new Place(entry.indicator(), area, entry.timePeriod()))
          .forEach(place -> demands.put(place, asked(entry, place, demands.get(place))));
    }
    return demands.values();
  }

  private static Place place(Demand demand) {
    return new Place(demand.item(), demand.refArea(), demand.period());
  }

  /** The calendar's word counts; what targets ask for the same is kept with it. */
  private Demand asked(CalendarEntry entry, Place place, Demand ofPlan) {
    String note = entry.note().isEmpty() ? "" : "：" + entry.note();
    return Demand.figure(
        entry.indicator(),
        place.refArea(),
        place.period(),
        ofPlan != null
            ? ofPlan.who()
            : PlannedFigures.who(pack, entry.indicator(), place.refArea(), List.of()),
        ofPlan != null ? ofPlan.targets() : List.of(),
        entry.expected() ? Basis.calendar : Basis.none,
        entry.expected() ? entry.dueDate() : null,
        (entry.expected() ? "报送日历写明" : "报送日历写明没有") + note);
  }
}
