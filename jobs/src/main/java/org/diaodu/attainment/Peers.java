package org.diaodu.attainment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.diaodu.domain.Better;
import org.diaodu.domain.ExactDecimal;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.Indicator;
import org.diaodu.region.Policy;
import org.diaodu.region.RegionPack;

/**
 * The areas that a figure is set among, where the policy goes by them: the components of the total
 * that have a figure of the same target, period and day. A figure that reaches over a break is no
 * measure for others.
 */
final class Peers {
  private final RegionPack pack;
  private final Map<Group, List<BigDecimal>> figures = new HashMap<>();

  private record Group(LocalDate knownOn, String target, TimePeriod period) {}

  Peers(RegionPack pack, List<Measured> measured) {
    this.pack = pack;
    if (measured.stream().anyMatch(Peers::goesByThem)) {
      figures.putAll(
          measured.stream()
              .filter(this::isAmong)
              .collect(
                  Collectors.groupingBy(
                      m -> group(m.check()),
                      Collectors.mapping(Measured::actualValue, Collectors.toList()))));
    }
  }

  /** Those of a figure; null where there are none, and where the policy does not go by them. */
  Judgement.Siblings of(Measured measured) {
    if (!goesByThem(measured) || !isAmong(measured)) {
      return null;
    }
    List<BigDecimal> peers = figures.get(group(measured.check()));
    BigDecimal sum = ExactDecimal.inRange(peers.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    return peers.size() < 2 || sum == null
        ? null
        : new Judgement.Siblings(peers.size(), sum, place(measured, peers));
  }

  private static boolean goesByThem(Measured measured) {
    return measured.check().policy().scheme() != Policy.Scheme.gap;
  }

  /** Ties share the lower number. */
  private static int place(Measured measured, List<BigDecimal> peers) {
    int sign =
        measured.check().indicator().map(Indicator::better).orElse(Better.up) == Better.up ? 1 : -1;
    return 1
        + (int)
            peers.stream()
                .filter(peer -> sign * peer.compareTo(measured.actualValue()) > 0)
                .count();
  }

  private boolean isAmong(Measured measured) {
    PlannedCheck check = measured.check();
    return pack.areasInTotal(check.period()).stream()
            .anyMatch(area -> area.refArea().equals(check.refArea()))
        && measured.actualValue() != null
        && !measured.isOverBreak();
  }

  private static Group group(PlannedCheck check) {
    return new Group(check.knownOn(), check.target().targetId(), check.period());
  }
}
