package org.diaodu.hold;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Statements of one figure that came at one instant and of which somebody accepted more than one.
 */
public final class Contradictions {
  private Contradictions() {}

  /**
   * Those that are not taken: of what contradicts each other only what was decided last counts,
   * whichever stands first in the files.
   *
   * @param accepted statements that were accepted
   * @param figure what a statement is of, its release and its arrival
   * @param id its name, by what it says
   * @param decidedAt when it was accepted
   */
  public static <S> Set<S> outvoted(
      Collection<S> accepted,
      Function<S, List<?>> figure,
      Function<S, String> id,
      Function<S, Instant> decidedAt) {
    // What one command accepts is decided at one instant; then the name says which.
    Comparator<S> inOrder = Comparator.comparing(decidedAt).thenComparing(id);
    Map<List<?>, S> last = new HashMap<>();
    accepted.forEach(
        said -> last.merge(figure.apply(said), said, (a, b) -> inOrder.compare(b, a) > 0 ? b : a));
    return accepted.stream()
        .filter(said -> !id.apply(last.get(figure.apply(said))).equals(id.apply(said)))
        .collect(Collectors.toSet());
  }
}
