package org.diaodu.bulletin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.diaodu.document.Block;
import org.diaodu.document.Figure;
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
    Text see =
        annex.map(number -> of.say("overview.areas_see", "number", number)).orElse(Text.EMPTY);
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

  /** A tile for each area, the most red first; none where no area has a light. */
  Optional<Block> tiles() {
    List<Block.Tile> tiles = areas().stream().map(this::tile).toList();
    return tiles.stream().allMatch(tile -> tile.light() == Light.no_data)
        ? Optional.empty()
        : Optional.of(new Block.Tiles(of.parts(), tiles));
  }

  private Block.Tile tile(Area area) {
    List<Text> state = new ArrayList<>();
    Light worst = Light.no_data;
    for (Light light : List.of(Light.green, Light.blue, Light.yellow, Light.red)) {
      List<TableRow> lit = lights(area, light);
      if (!lit.isEmpty()) {
        worst = light;
        Figure count = of.count("lights-" + area.refArea() + "-" + light, lit);
        state.add(0, Text.fill("{}{}", light.nameZh().substring(0, 1), count));
      }
    }
    List<TableRow> owed = of.missing(area);
    if (!owed.isEmpty()) {
      state.add(Text.fill("欠报{}", of.count("owed-" + area.refArea(), owed)));
    }
    String red =
        lights(area, Light.red).stream()
            .map(row -> of.target(row).nameZh())
            .collect(Collectors.joining("、"));
    return new Block.Tile(
        area.refArea(),
        area.nameZh(),
        worst,
        state.isEmpty() ? Text.words("没有数据") : Text.join(" ", state),
        red,
        area.place().column(),
        area.place().row());
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

  /**
   * What an area is behind in: how many red lights, and each with its figure.
   *
   * @param name of the sentence in the pack's words
   */
  Text red(String name, Area area) {
    List<TableRow> red = lights(area, Light.red);
    List<Text> targets =
        red.stream()
            .map(
                row ->
                    of.say(
                        "problems.behind_target",
                        "target",
                        of.target(row).nameZh(),
                        "value",
                        of.valueInWords(row)))
            .toList();
    return of.say(
        name,
        "area",
        area.nameZh(),
        "count",
        of.count("lights-" + area.refArea() + "-" + Light.red, red),
        "targets",
        Text.join("、", targets));
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
