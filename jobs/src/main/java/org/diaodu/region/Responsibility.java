package org.diaodu.region;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who answers for a target in an area.
 *
 * @param owner code of the unit, or of the area whose government answers
 * @param coOwners codes of the units that lead together with the owner
 * @param guides codes of the units that guide an area's government; empty elsewhere
 * @param basis how it is known that the owner answers
 */
public record Responsibility(
    String owner, List<String> coOwners, List<String> guides, Basis basis) {

  /** How it is known who answers. */
  public enum Basis {
    /** It is a part of the whole: its government answers for it. */
    area,
    /** The item of the plan names the unit. */
    item,
    /** The text of the target names it. */
    named,
    /** From the order of the clauses, or from another place that repeats the target. */
    inferred,
    /** Nobody is named: the office of the working group, by default. */
    office_default
  }

  /** Owner and co-owners. */
  public List<String> answering() {
    List<String> answering = new ArrayList<>(List.of(owner));
    answering.addAll(coOwners);
    return answering;
  }

  /** Who answers for the targets of a plan. */
  public static final class OfPlan {
    private final Map<String, List<Task>> tasks = new HashMap<>();
    private final String totalArea;

    /**
     * By the plan's own lists.
     *
     * @param targets all places; a repeated one lends its task to the target that it repeats
     * @param tasks which units lead what
     * @param totalArea code of the area that is the whole
     */
    public OfPlan(Collection<Target> targets, Collection<Task> tasks, String totalArea) {
      this.totalArea = totalArea;
      Map<String, List<Task>> byPlace = new HashMap<>();
      tasks.forEach(
          task ->
              task.targets()
                  .forEach(id -> byPlace.computeIfAbsent(id, t -> new ArrayList<>()).add(task)));
      for (Target place : targets) {
        List<Task> of = byPlace.getOrDefault(place.targetId(), List.of());
        List<String> stoodFor = place.isDistinct() ? List.of(place.targetId()) : place.sameAs();
        stoodFor.forEach(id -> this.tasks.computeIfAbsent(id, t -> new ArrayList<>()).addAll(of));
      }
    }

    /** Who answers for a distinct target in an area. */
    public Responsibility of(Target target, String refArea) {
      List<String> leads = leads(target);
      return refArea.equals(totalArea)
          ? new Responsibility(
              target.owner(),
              leads.subList(1, leads.size()),
              List.of(),
              Basis.valueOf(target.ownerBasis().name()))
          : new Responsibility(refArea, List.of(), leads, Basis.area);
    }

    /**
     * The units that lead a target, its owner first. Where the item that names the owner has
     * several leads, all of them do, unless the owner follows from the order of its clauses.
     */
    public List<String> leads(Target target) {
      List<Task> naming =
          target.ownerBasis() == Target.OwnerBasis.item
              ? tasks.getOrDefault(target.targetId(), List.of()).stream()
                  .filter(task -> task.leads().contains(target.owner()))
                  .toList()
              : List.of();
      Set<String> leads = new LinkedHashSet<>(List.of(target.owner()));
      if (naming.stream().noneMatch(task -> task.leads().size() == 1)) {
        naming.stream().limit(1).forEach(task -> leads.addAll(task.leads()));
      }
      return List.copyOf(leads);
    }
  }
}
