package org.diaodu.night;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.diaodu.table.Manifest;

/**
 * The manifest up to which a night before has told what it published. What a night tells reaches
 * from there to its own manifest: also what a killed run stored, and what one published that ended
 * before it could tell.
 */
final class LastTold {
  private LastTold() {}

  /**
   * The newest manifest where its night is on record; else that of the last night that is. Where
   * none is, a sole night told nothing yet; of several, kept by a program without records, nobody
   * wants to hear again.
   *
   * @param newest empty before the first night
   * @param all every manifest, newest first
   * @param isTold whether the run of that name is on record
   */
  static Optional<Manifest> of(
      Optional<Manifest> newest, Supplier<List<Manifest>> all, Predicate<String> isTold) {
    if (newest.filter(m -> m.isOfNight() && isTold.test(m.runId())).isPresent()) {
      return newest;
    }
    List<Manifest> nights = all.get().stream().filter(Manifest::isOfNight).toList();
    Optional<Manifest> told = nights.stream().filter(m -> isTold.test(m.runId())).findFirst();
    boolean sinceThenOnlyFiles = told.isPresent() && told.get().equals(nights.get(0));
    boolean keptNoRecords = told.isEmpty() && nights.size() > 1;
    return sinceThenOnlyFiles || keptNoRecords ? newest : told;
  }
}
