package org.diaodu.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.diaodu.testing.Await;
import org.diaodu.testing.Night;

/**
 * Copies of a warehouse as a process left it at steps at which it stood still: a kill leaves on
 * disk what stands there at that moment.
 *
 * @param sampled the copies
 * @param steps how many steps the process took in all
 */
record StandingStates(List<State> sampled, long steps) {
  /**
   * What a kill at a step would leave.
   *
   * @param night a copy of it
   * @param stood the step
   */
  record State(Night night, String stood) {}

  /**
   * Lets a process go on from step to step. How many there are is known at its end, so the states
   * are sampled in a reservoir: each step has the same chance to be among them.
   *
   * @param process one that {@link Trouble.Kind#pause pauses}
   * @param night what it works on
   * @param folder where the copies go
   * @param most how many copies
   * @param seed of the sample
   */
  static StandingStates of(Process process, Night night, Path folder, int most, long seed)
      throws IOException, InterruptedException {
    Random random = new Random(seed);
    List<State> sampled = new ArrayList<>();
    try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        BufferedWriter goOn = process.outputWriter(StandardCharsets.UTF_8)) {
      String line = Await.line("the first step", said);
      for (int step = 1; line != null && line.startsWith(Trouble.STANDS_STILL); step++) {
        int place = step <= most ? step - 1 : random.nextInt(step);
        if (place < most) {
          State state =
              new State(
                  night.copiedTo(folder.resolve("left-" + step)),
                  line.replace(night.warehouse().toString(), ""));
          if (place == sampled.size()) {
            sampled.add(state);
          } else {
            sampled.set(place, state);
          }
        }
        goOn.write('\n');
        goOn.flush();
        line = Await.line("what happens after step " + step, said);
      }
      assertThat(line).as("how the undisturbed run ended").startsWith(TroubledNight.DONE);
      return new StandingStates(
          List.copyOf(sampled), Long.parseLong(line.substring(TroubledNight.DONE.length())));
    }
  }
}
