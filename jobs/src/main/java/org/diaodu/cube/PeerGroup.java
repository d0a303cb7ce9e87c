package org.diaodu.cube;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * The areas of one parent, and the parent itself as their aggregate.
 *
 * @param aggregate code of the parent; of a group of one, code of that area
 * @param isTop whether the aggregate is part of no other group, so that its own rows belong here
 * @param areas the areas of the parent, in the order of the pack
 */
public record PeerGroup(String aggregate, boolean isTop, List<Member> areas)
    implements Serializable {

  /**
   * An area of the group.
   *
   * @param refArea its code
   * @param inTotal whether it is a component of the aggregate; false for one that overlaps others
   */
  public record Member(String refArea, boolean inTotal) implements Serializable {}

  /**
   * The areas whose own rows belong to this group, so that each area has them once: those of the
   * parent, and an aggregate that is part of no other group.
   */
  public List<String> ownAreas() {
    Stream<String> top = isTop ? Stream.of(aggregate) : Stream.empty();
    return Stream.concat(top, areas.stream().map(Member::refArea)).toList();
  }

  /** How many components the aggregate has. */
  int components() {
    return (int) areas.stream().filter(Member::inTotal).count();
  }
}
