package org.diaodu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The sample's first night, held against a session and one Delta commit. A night before it leaves
 * the archive of classes, as the launcher's first one does.
 */
final class SmallNight {
  private static final LocalDate AS_OF = LocalDate.of(2025, 2, 1);

  private SmallNight() {}

  static List<Result> measured(Path folder, Path archive, int threads, int pairs)
      throws IOException, InterruptedException {
    Path home = Path.of(System.getProperty("diaodu.home"));
    Place place = new Place(folder);
    copy(home.resolve("conf/regions/xiangxi"), place.pack());
    copy(home.resolve("data/xiangxi"), place.landing());
    Runs runs = new Runs(new Scale(5, 1, 1, 0), place, archive, threads, "2g");
    List<Measured> nights = new ArrayList<>();
    List<Measured> commits = new ArrayList<>();
    runs.firstNight(AS_OF);
    for (int pair = 0; pair < pairs; pair++) {
      place.clear();
      commits.add(runs.commit(AS_OF));
      nights.add(runs.smallNight(AS_OF));
    }
    return List.of(
        Result.own(
            "W1 small night",
            0,
            Measured.seconds(nights),
            Measured.seconds(commits),
            "session and one Delta commit",
            3));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        Files.createDirectories(target.getParent());
        if (!Files.isDirectory(path)) {
          Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }
}
