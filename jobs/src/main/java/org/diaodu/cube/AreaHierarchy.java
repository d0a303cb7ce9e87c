package org.diaodu.cube;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.diaodu.domain.Validity;

/**
 * Which areas form a peer group. Each area is a member of its parent's group and, where it has
 * areas of its own, the aggregate of theirs; one that has neither is a group of one.
 */
public final class AreaHierarchy implements Serializable {
  private static final long serialVersionUID = 1;

  private final Map<String, PeerGroup> groups = new LinkedHashMap<>();
  private final Map<String, List<String>> groupsOf = new LinkedHashMap<>();

  /**
   * An area.
   *
   * @param refArea its code
   * @param parent code of the area that it belongs to; null for one that belongs to none
   * @param inTotal whether its figures add up to its parent's
   * @param validity the days on which it exists
   * @param predecessors codes of the areas that it took over from
   */
  public record Place(
      String refArea,
      String parent,
      boolean inTotal,
      Validity validity,
      List<String> predecessors) {

    /** One that has always existed. */
    public Place(String refArea, String parent, boolean inTotal) {
      this(refArea, parent, inTotal, Validity.ALWAYS, List.of());
    }
  }

  /** Of all areas of a region. */
  public AreaHierarchy(List<Place> areas) {
    Map<String, List<PeerGroup.Member>> members = new LinkedHashMap<>();
    for (Place area : areas) {
      if (area.parent() != null) {
        members
            .computeIfAbsent(area.parent(), p -> new ArrayList<>())
            .add(new PeerGroup.Member(area.refArea(), area.inTotal()));
      }
    }
    for (Place area : areas) {
      List<PeerGroup.Member> own = members.get(area.refArea());
      List<String> in = new ArrayList<>();
      if (area.parent() != null) {
        in.add(area.parent());
      }
      if (own != null || area.parent() == null) {
        in.add(area.refArea());
      }
      groupsOf.put(area.refArea(), List.copyOf(in));
      if (area.parent() == null) {
        members.putIfAbsent(area.refArea(), List.of());
      }
    }
    AreaLifetimes lifetimes = new AreaLifetimes(areas);
    for (Place area : areas) {
      for (String ancestor : lifetimes.ancestors(area.refArea())) {
        groupsOf.merge(ancestor, groupsOf.get(area.refArea()), AreaHierarchy::union);
      }
    }
    Map<String, Boolean> isTop = new LinkedHashMap<>();
    areas.forEach(area -> isTop.put(area.refArea(), area.parent() == null));
    members.forEach(
        (aggregate, of) ->
            groups.put(
                aggregate,
                new PeerGroup(
                    aggregate, isTop.getOrDefault(aggregate, false), List.copyOf(of), lifetimes)));
  }

  private static List<String> union(List<String> some, List<String> others) {
    return Stream.concat(some.stream(), others.stream()).distinct().toList();
  }

  /**
   * The aggregates by which the groups of an area are named, and those of the areas that took over
   * from it, whose base it is; none for an area that is unknown.
   */
  public List<String> groupsOf(String refArea) {
    return groupsOf.getOrDefault(refArea, List.of());
  }

  /** The group of an aggregate. */
  public PeerGroup group(String aggregate) {
    return groups.get(aggregate);
  }
}
