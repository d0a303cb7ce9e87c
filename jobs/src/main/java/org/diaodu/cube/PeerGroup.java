package org.diaodu.cube;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.diaodu.domain.TimePeriod;

/**
 * The areas of one parent, and the parent itself as their aggregate.
 *
 * @param aggregate code of the parent; of a group of one, code of that area
 * @param isTop whether the aggregate is part of no other group, so that its own rows belong here
 * @param areas the areas of the parent, in the order of the pack
 * @param lifetimes when these exist, and the areas that they took over from
 */
public record PeerGroup(
    String aggregate, boolean isTop, List<Member> areas, AreaLifetimes lifetimes)
    implements Serializable {

  /**
   * An area of the group.
   *
   * @param refArea its code
   * @param inTotal whether it is a component of the aggregate; false for one that overlaps others
   */
  public record Member(String refArea, boolean inTotal) implements Serializable {}

  /** Of areas that have always existed. */
  public PeerGroup(String aggregate, boolean isTop, List<Member> areas) {
    this(aggregate, isTop, areas, AreaLifetimes.UNLIMITED);
  }

  /**
   * The areas whose own rows belong to this group, so that each area has them once: those of the
   * parent, and an aggregate that is part of no other group.
   */
  public List<String> ownAreas() {
    Stream<String> top = isTop ? Stream.of(aggregate) : Stream.empty();
    return Stream.concat(top, areas.stream().map(Member::refArea)).toList();
  }

  /** How many components the aggregate has at the end of a period. */
  int components(TimePeriod period) {
    int count = 0;
    for (Member area : areas) {
      count += area.inTotal() && lifetimes.isAt(area.refArea(), period) ? 1 : 0;
    }
    return count;
  }

  /** Whether it has a component at any time. */
  boolean hasComponents() {
    return areas.stream().anyMatch(Member::inTotal);
  }

  /** Whether an area exists at the end of a period. */
  public boolean isAt(String refArea, TimePeriod period) {
    return lifetimes.isAt(refArea, period);
  }
}
