package org.diaodu.dispatch;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.diaodu.domain.Light;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.Rectification;

/**
 * The problems of one target in all areas. What is open of an area that ends is closed at the first
 * dispatch after its end and goes on with the area that takes over: opened there on that day, with
 * what it missed so far. What a dispatch still sees of the area that ended it sees of the other.
 */
final class ProblemsOfTarget {
  private final Map<String, List<SeenLight>> lights;
  private final Function<String, List<Rectification.Entry>> closings;
  private final Function<LocalDate, Rectification.Deadlines> deadlines;
  private final Succession succession;
  private final LocalDate asOf;
  private final Map<String, OfArea> areas = new HashMap<>();

  /**
   * The problems of an area.
   *
   * @param problems in the order in which they were found
   * @param provenance of all lights that they rest on
   */
  record OfArea(List<Rectification> problems, Provenance provenance) {}

  /**
   * For a target.
   *
   * @param lights that dispatches saw of it, by area
   * @param closings entries that close, by area
   * @param deadlines in force on the day of a dispatch
   * @param asOf day up to which dispatches are looked at
   */
  ProblemsOfTarget(
      Map<String, List<SeenLight>> lights,
      Function<String, List<Rectification.Entry>> closings,
      Function<LocalDate, Rectification.Deadlines> deadlines,
      Succession succession,
      LocalDate asOf) {
    this.lights = lights;
    this.closings = closings;
    this.deadlines = deadlines;
    this.succession = succession;
    this.asOf = asOf;
  }

  /** By code of the area. */
  Map<String, OfArea> byArea() {
    Set<String> all = new TreeSet<>();
    for (String area : lights.keySet()) {
      String next = area;
      while (next != null && all.add(next)) {
        next = succession.successor(next).orElse(null);
      }
    }
    Map<String, OfArea> found = new TreeMap<>();
    all.forEach(area -> found.put(area, of(area)));
    return found;
  }

  private OfArea of(String area) {
    OfArea known = areas.get(area);
    if (known == null) {
      known = computed(area);
      areas.put(area, known);
    }
    return known;
  }

  private OfArea computed(String area) {
    List<SeenLight> seen = seen(area);
    List<Provenance> provenances = new ArrayList<>();
    seen.forEach(light -> provenances.add(light.provenance()));
    Rectification open = null;
    for (String before : succession.predecessors(area)) {
      Rectification left = leftOpen(before);
      if (left != null) {
        provenances.add(of(before).provenance());
        Rectification taken =
            left.takenOver(
                "承接" + succession.nameZh(before) + "未销号的问题：" + left.reason(),
                deadlines.apply(left.closedOn()));
        open = open == null ? taken : open.together(taken);
      }
    }
    LocalDate end = succession.handsOverOn(area).filter(day -> !day.isAfter(asOf)).orElse(null);
    List<Rectification> problems =
        Rectification.of(dispatches(seen, open, end), closings.apply(area), deadlines, open);
    return new OfArea(
        end == null ? problems : ended(problems, area, end),
        Provenance.ofUsed(provenances.toArray(Provenance[]::new)));
  }

  /** What an area had open when it ended; null where nothing was, or it is not over yet. */
  private Rectification leftOpen(String area) {
    return of(area).problems().stream()
        .filter(p -> p.closedBecause() == Rectification.ClosedBecause.area_ended)
        .findFirst()
        .orElse(null);
  }

  private List<Rectification> ended(List<Rectification> problems, String area, LocalDate end) {
    return problems.stream()
        .map(p -> p.closedOn() == null ? p.ended(end, succession.end(area)) : p)
        .toList();
  }

  /** What dispatches saw of an area in its time, and before it of those that it takes over from. */
  private List<SeenLight> seen(String area) {
    LocalDate end = succession.handsOverOn(area).orElse(LocalDate.MAX);
    return Stream.concat(
            ofPredecessors(area).stream(), lights.getOrDefault(area, List.of()).stream())
        .filter(light -> light.knownOn().isBefore(end))
        .toList();
  }

  /** Of several that saw something on one day, a red one. */
  private List<SeenLight> ofPredecessors(String area) {
    Map<LocalDate, SeenLight> byDay = new TreeMap<>();
    for (String before : succession.predecessors(area)) {
      LocalDate end = succession.handsOverOn(before).orElse(LocalDate.MAX);
      lights.getOrDefault(before, List.of()).stream()
          .filter(light -> !light.knownOn().isBefore(end))
          .forEach(
              light ->
                  byDay.merge(
                      light.knownOn(),
                      light,
                      (one, other) -> other.light() == Light.red ? other : one));
    }
    return List.copyOf(byDay.values());
  }

  /**
   * What dispatches saw, and for what was taken over also those that saw nothing: an entry closes
   * at any dispatch.
   */
  private List<Rectification.Seen> dispatches(
      List<SeenLight> lights, Rectification open, LocalDate end) {
    Map<LocalDate, Rectification.Seen> byDay = new TreeMap<>();
    if (open != null) {
      LocalDate last = end == null ? asOf : end;
      Stream.iterate(
              open.openedOn(),
              day -> !day.isAfter(last),
              day -> day.plusMonths(1).with(TemporalAdjusters.lastDayOfMonth()))
          .forEach(day -> byDay.put(day, nothing(day, open)));
    } else if (end != null && !lights.isEmpty()) {
      SeenLight last = lights.get(lights.size() - 1);
      byDay.put(
          end, new Rectification.Seen(end, last.timePeriod(), Light.no_data, last.lightReason()));
    }
    lights.forEach(
        light ->
            byDay.put(
                light.knownOn(),
                new Rectification.Seen(
                    light.knownOn(), light.timePeriod(), light.light(), light.lightReason())));
    return List.copyOf(byDay.values());
  }

  private static Rectification.Seen nothing(LocalDate day, Rectification open) {
    return new Rectification.Seen(day, open.lastPeriod(), Light.no_data, open.reason());
  }
}
