package org.diaodu.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The simulated months and reports of the pack that comes with the program, as they arrive. */
public final class SimulatedYear {
  private static final List<Path> SAMPLES =
      List.of(Path.of("data/xiangxi/simulated"), Path.of("data/xiangxi/progress"));

  private SimulatedYear() {}

  /** All of it arrives. */
  public static void arrives(Night night) throws IOException {
    arrives(night, LocalDate.MAX);
  }

  /** The lines that were released by a day arrive, each file without its later ones. */
  public static void arrives(Night night, LocalDate until) throws IOException {
    for (Path sample : SAMPLES) {
      try (Stream<Path> files = Files.walk(sample)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".csv")).sorted().toList()) {
          List<String> lines = Files.readAllLines(file);
          int released = List.of(lines.get(0).split(",")).indexOf("release_date");
          List<String> known =
              lines.stream()
                  .skip(1)
                  .filter(line -> !LocalDate.parse(line.split(",", -1)[released]).isAfter(until))
                  .toList();
          if (!known.isEmpty()) {
            night.arrives(
                sample.relativize(file).toString().replace('/', '-'),
                Stream.concat(lines.stream().limit(1), known.stream())
                    .collect(Collectors.joining("\n", "", "\n"))
                    .getBytes(StandardCharsets.UTF_8));
          }
        }
      }
    }
  }
}
