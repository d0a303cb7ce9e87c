package org.diaodu.bulletin;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.diaodu.document.Text;
import org.diaodu.domain.Light;
import org.diaodu.region.Area;
import org.diaodu.table.TableRow;

/** The lights of the areas: who has red ones, the most first, and who has none. */
final class AreaLights {
  private final Composition of;

  AreaLights(Composition of) {
    this.of = of;
  }

  /** How many areas have a red light and who has none; none where no area has a light. */
  Optional<Text> sentence(Optional<Integer> annex) {
    List<Area> judged = areas().stream().filter(area -> !lights(area).isEmpty()).toList();
    if (judged.isEmpty()) {
      return Optional.empty();
    }
    List<Area> red = judged.stream().filter(area -> count(area, Light.red) > 0).toList();
    List<Area> others = judged.stream().filter(area -> count(area, Light.red) == 0).toList();
    Text see = annex.map(number -> of.say("overview.areas_see", "number", number)).orElse(Text.EMPTY);
    String names = others.stream().map(Area::nameZh).collect(Collectors.joining("、"));
    if (red.isEmpty()) {
      return Optional.of(of.say("overview.areas_no_red", "see", see));
    }
    return Optional.of(
        of.say(
            "overview.areas",
            "count",
            of.count("areas-red", rows(red)),
            "others",
            others.isEmpty()
                ? Text.EMPTY
                : of.say(
                    "overview.areas_others",
                    "count",
                    of.count("areas-not-red", rows(others)),
                    "names",
                    names),
            "see",
            see));
  }

  /** The most red first, then the most yellow; who is the same stands as in the pack. */
  List<Area> areas() {
    return of.areas().stream()
        .sorted(
            Comparator.comparingInt((Area area) -> -count(area, Light.red))
                .thenComparingInt(area -> -count(area, Light.yellow)))
        .toList();
  }

  /** Those with a red light. */
  List<Area> withRed() {
    return areas().stream().filter(area -> count(area, Light.red) > 0).toList();
  }

  /** Judgements of an area that have a light. */
  List<TableRow> lights(Area area, Light light) {
    return Composition.with(light, of.judgedIn(area.refArea()));
  }

  private List<TableRow> lights(Area area) {
    return of.judgedIn(area.refArea());
  }

  private int count(Area area, Light light) {
    return lights(area, light).size();
  }

  /** One row for each area, by which a reader finds its lights. */
  private List<TableRow> rows(List<Area> areas) {
    return areas.stream().map(area -> lights(area).get(0)).toList();
  }
}
