package org.diaodu.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.diaodu.testing.StandaloneCluster;

/** A rebuild on a cluster of one worker, and on one of two, each of one core. */
final class ScaleOut {
  private ScaleOut() {}

  static Result measured(Path folder, Path archive, Scale scale, int pairs)
      throws IOException, InterruptedException {
    Place place = new Place(folder.resolve("country"));
    long figures = place.fill(scale);
    List<Measured> one = new ArrayList<>();
    List<Measured> two = new ArrayList<>();
    for (int pair = 0; pair < pairs; pair++) {
      one.add(night(folder.resolve("one-" + pair), place, archive, scale, 1));
      two.add(night(folder.resolve("two-" + pair), place, archive, scale, 2));
    }
    return Result.scaleOut(figures, Measured.seconds(one), Measured.seconds(two));
  }

  private static Measured night(Path home, Place place, Path archive, Scale scale, int workers)
      throws IOException, InterruptedException {
    place.clear();
    try (StandaloneCluster cluster = StandaloneCluster.started(home, workers)) {
      return new Runs(scale, place, archive, workers, "2g").clusterNight(cluster, scale.asOf());
    }
  }
}
