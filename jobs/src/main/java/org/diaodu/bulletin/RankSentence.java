package org.diaodu.bulletin;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.diaodu.document.Text;
import org.diaodu.domain.Better;
import org.diaodu.domain.ExactDecimal;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.Area;
import org.diaodu.region.Indicator;
import org.diaodu.table.TableRow;

/** Who comes first and last in a series, and how many stay below the whole. */
final class RankSentence {
  private final Composition of;
  private final Indicator indicator;

  RankSentence(Composition of, Indicator indicator) {
    this.of = of;
    this.indicator = indicator;
  }

  /** The sentence; none where nobody is ahead of another. */
  Optional<Text> text() {
    List<TableRow> ranked = ranked();
    if (ranked.size() < 2) {
      return Optional.empty();
    }
    TableRow first = ranked.get(0);
    TableRow last = ranked.get(ranked.size() - 1);
    if (first.number("yoy_pct").compareTo(last.number("yoy_pct")) == 0) {
      return Optional.empty();
    }
    int decimals = Shown.decimalsThatTellApart(first, last, "yoy_pct", Shown.GROWTH_DECIMALS);
    boolean allFall =
        indicator.better() == Better.up
            && ExactDecimal.printed(first.number("yoy_pct"), decimals).signum() < 0;
    return Optional.of(
        of.say(
            allFall ? "overview.best_of_decrease" : "overview.best",
            "name",
            indicator.nameZh(),
            "first",
            namesOfEqual(ranked, first),
            "best",
            Shown.growth(first, "yoy_pct", decimals),
            "last",
            namesOfEqual(ranked, last),
            "worst",
            Shown.growth(last, "yoy_pct", decimals),
            "below",
            below(ranked)));
  }

  /** An area that has not reported yet has an older figure, which is no match for the others'. */
  List<TableRow> ranked() {
    List<TableRow> newest =
        of.areas().stream()
            .map(Area::refArea)
            .flatMap(area -> of.growth(indicator, area).stream())
            .toList();
    Optional<TimePeriod> period =
        newest.stream().map(TableRow::period).max(Comparator.naturalOrder());
    return newest.stream()
        .filter(row -> row.period().equals(period.orElseThrow()))
        .filter(row -> row.has("rank_yoy") && !Shown.isNoMeasure(row))
        .sorted(Comparator.comparing(row -> row.number("rank_yoy")))
        .toList();
  }

  private Text below(List<TableRow> ranked) {
    return of.growth(indicator, of.pack().totalArea())
        .filter(total -> total.has("yoy_pct") && !Shown.isNoMeasure(total))
        .filter(total -> total.period().equals(ranked.get(0).period()))
        .map(total -> ranked.stream().filter(row -> isBehind(row, total)).toList())
        .filter(below -> !below.isEmpty())
        .map(
            below ->
                of.say(
                    "overview.below_whole",
                    "count",
                    of.count("below-total-" + indicator.indicator(), below)))
        .orElse(Text.EMPTY);
  }

  /** Who has the same result is named with it. */
  private String namesOfEqual(List<TableRow> ranked, TableRow row) {
    return ranked.stream()
        .filter(other -> other.number("rank_yoy").compareTo(row.number("rank_yoy")) == 0)
        .map(other -> of.areaName(other.text("ref_area")))
        .collect(Collectors.joining("、"));
  }

  private boolean isBehind(TableRow row, TableRow total) {
    int sign = row.number("yoy_pct").compareTo(total.number("yoy_pct"));
    return indicator.better() == Better.up ? sign < 0 : sign > 0;
  }
}
