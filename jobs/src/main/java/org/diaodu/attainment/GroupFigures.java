package org.diaodu.attainment;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.diaodu.cube.CapitalShareRows;
import org.diaodu.cube.Cubes;
import org.diaodu.cube.Observation;
import org.diaodu.domain.Landing;
import org.diaodu.domain.TimePeriod;

/**
 * What targets are held against, of one peer group of one indicator and frequency, as known on each
 * day that is asked for. Growth and shares are the cube's; nothing of them is computed here. Every
 * area has its figures in one group: that of its parent, or its own where it is part of no other.
 *
 * @param figures of the areas
 * @param shares of the capital in the total; none of a group that is not the total's
 */
public record GroupFigures(List<TargetFigure> figures, List<TargetShare> shares)
    implements Serializable {

  /**
   * From the vintages of a group.
   *
   * @param cubes what the pack says of indicators and areas
   * @param group the group
   * @param observations every vintage of the group, of all accumulations, in any order; those
   *     before {@link WantedFigures#firstYear} may be left out, and are not looked at
   * @param wanted what is wanted
   */
  public static GroupFigures of(
      Cubes cubes, Cubes.Key group, Collection<Observation> observations, WantedFigures wanted) {
    return new Collected(cubes, group, observations, wanted).figures();
  }

  /** Of every group of few observations, which are held in memory together. */
  public static List<GroupFigures> ofAll(
      Cubes cubes, Iterable<Observation> observations, WantedFigures wanted) {
    return cubes.grouped(observations).entrySet().stream()
        .map(group -> of(cubes, group.getKey(), group.getValue(), wanted))
        .toList();
  }

  /** One group on its way through the days. */
  private static final class Collected {
    private final Cubes cubes;
    private final Cubes.Key group;
    private final WantedFigures wanted;
    private final WantedFigures.Series series;
    private final List<Observation> observations;
    private final List<TargetFigure> figures = new ArrayList<>();
    private final List<TargetShare> shares = new ArrayList<>();

    Collected(
        Cubes cubes, Cubes.Key group, Collection<Observation> observations, WantedFigures wanted) {
      this.cubes = cubes;
      this.group = group;
      this.wanted = wanted;
      this.series = new WantedFigures.Series(group.indicator(), group.frequency());
      this.observations =
          observations.stream().filter(seen -> seen.period().year() >= wanted.firstYear()).toList();
    }

    GroupFigures figures() {
      SortedMap<LocalDate, Set<TimePeriod>> days = wanted.periods(series);
      if (!days.isEmpty() && cubes.knows(group.indicator())) {
        FiguresByDay known = new FiguresByDay(cubes.figures(group), observations);
        days.forEach(
            (day, periods) -> {
              known.advanceTo(day);
              addAreas(known, day, periods, day.equals(days.lastKey()));
              addShares(known, day, periods);
            });
      }
      return new GroupFigures(figures, shares);
    }

    private void addAreas(
        FiguresByDay known, LocalDate day, Set<TimePeriod> periods, boolean isLastDay) {
      for (String area : cubes.group(group.group()).ownAreas()) {
        if (!known.knows(area)) {
          continue;
        }
        SeriesAsOf then = known.series(area, wanted.accumulation(series));
        // How well a method did is shown beside today's estimate only.
        List<LandingTrialRow> trials = isLastDay ? trials(area, day) : List.of();
        for (TimePeriod period : periods) {
          figures.add(
              new TargetFigure(
                  key(day, period),
                  area,
                  then.figure(period),
                  earlierYears(then, period, false),
                  earlierYears(then, period, true),
                  tracks(trials, period)));
        }
      }
    }

    private void addShares(FiguresByDay known, LocalDate day, Set<TimePeriod> periods) {
      if (known.cube() == null) {
        return;
      }
      for (TimePeriod period : periods) {
        CapitalShareRows.at(
                known.cube(),
                wanted.totalArea(),
                wanted.capitalArea(),
                wanted.accumulation(series),
                period)
            .ifPresent(share -> shares.add(new TargetShare(key(day, period), share)));
      }
    }

    private FigureKey key(LocalDate day, TimePeriod period) {
      return new FigureKey(day, group.indicator(), wanted.accumulation(series), period);
    }

    private EarlierYears earlierYears(SeriesAsOf then, TimePeriod period, boolean fromSimulated) {
      return EarlierYears.of(new LandingSamples(then, period, fromSimulated), wanted.landing());
    }

    private List<LandingTrialRow> trials(String area, LocalDate day) {
      return LandingTrials.of(
          cubes.indicator(group.indicator()),
          observations.stream().filter(seen -> seen.refArea().equals(area)).toList(),
          wanted.accumulation(series),
          wanted.landing(),
          day);
    }

    private static Map<Landing.Method, TrackRecord> tracks(
        List<LandingTrialRow> trials, TimePeriod period) {
      Map<Landing.Method, TrackRecord> tracks = new HashMap<>();
      for (Landing.Method method : Landing.Method.values()) {
        LandingTrials.track(trials, method, period.endMonth())
            .ifPresent(track -> tracks.put(method, track));
      }
      return tracks;
    }
  }
}
