package org.diaodu.region;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Folds the places of a plan that promise one thing: the target that stands for all of them keeps
 * the lead that any of them names, and the firmest word.
 */
final class TargetFolding {
  /** Words of Chinese plans from the firmest to the weakest; none stands between them. */
  private static final List<String> FIRMEST_FIRST = List.of("确保", "", "力争", "争取", "争创");

  private static final int NO_WORD = FIRMEST_FIRST.indexOf("");

  private final Map<String, BigDecimal> weights;

  private TargetFolding(Map<String, BigDecimal> weights) {
    this.weights = weights;
  }

  /**
   * The same targets in the same order; those that others repeat with what their places say
   * together.
   *
   * @param weights how much the policy counts each word; a heavier one is firmer
   */
  static List<Target> folded(Collection<Target> targets, Map<String, BigDecimal> weights) {
    TargetFolding folding = new TargetFolding(weights);
    return targets.stream()
        .map(
            target ->
                folding.folded(
                    target,
                    targets.stream()
                        .filter(other -> other.sameAs().contains(target.targetId()))
                        .toList()))
        .toList();
  }

  private Target folded(Target target, List<Target> repeats) {
    if (repeats.isEmpty() || !target.isDistinct()) {
      return target;
    }
    Target lead =
        target.isNobodys()
            ? repeats.stream().filter(place -> !place.isNobodys()).findFirst().orElse(target)
            : target;
    Target firmest =
        Stream.concat(Stream.of(target), repeats.stream())
            .min(
                Comparator.comparing((Target place) -> weight(place.commitment()).negate())
                    .thenComparing(place -> rank(place.commitment())))
            .orElseThrow();
    return target.folded(lead.owner(), lead.ownerBasis(), firmest.commitment());
  }

  private BigDecimal weight(String commitment) {
    return weights.getOrDefault(commitment, BigDecimal.ONE);
  }

  private static int rank(String commitment) {
    int rank = FIRMEST_FIRST.indexOf(commitment);
    return rank < 0 ? NO_WORD : rank;
  }
}
