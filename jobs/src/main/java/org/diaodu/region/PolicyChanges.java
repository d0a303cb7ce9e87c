package org.diaodu.region;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Numbers of a policy that are no longer those by which figures were judged under the same {@code
 * policy_id}: lights of periods that are long over would turn without a word.
 */
public final class PolicyChanges {
  private PolicyChanges() {}

  /**
   * A fault for each policy that now judges otherwise than the one that is stored under its id.
   * Comments and order do not matter.
   *
   * @param now the policies of the pack
   * @param stored the texts by which figures were judged, by id; of ids that are new there is none
   */
  public static List<PackFault> of(Collection<Policy> now, Map<String, String> stored) {
    List<PackFault> faults = new ArrayList<>();
    for (Policy policy : now) {
      String before = stored.get(policy.policyId());
      if (before == null || before.equals(policy.text())) {
        continue;
      }
      List<String> changed = changed(read(before), read(policy.text()));
      if (!changed.isEmpty()) {
        faults.add(
            new PackFault(
                "policy.yaml",
                0,
                "办法“%s”的%s改了，policy_id却没有换，以前各期的亮灯会跟着变"
                    .formatted(policy.policyId(), String.join("、", changed)),
                "请恢复原来的数，另存一个policy-2.yaml，换policy_id和valid_from"));
      }
    }
    return faults;
  }

  /** A text that was stored was without faults once; what is told of it now is told elsewhere. */
  private static Policy read(String text) {
    return PolicyReader.read(
        new YamlFile("policy.yaml", text, PolicyReader.FIELDS, new ArrayList<>()), text);
  }

  private static List<String> changed(Policy before, Policy now) {
    return Arrays.stream(Policy.class.getRecordComponents())
        .filter(component -> !component.getName().equals("text"))
        .filter(component -> !same(of(component, before), of(component, now)))
        .map(component -> component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
        .toList();
  }

  /** Decimals that are written otherwise are the same: 1.0 and 1. */
  private static boolean same(Object before, Object now) {
    return Objects.equals(before, now) || plain(before).equals(plain(now));
  }

  private static String plain(Object value) {
    return String.valueOf(value)
        .replaceAll("(\\d\\.\\d*?)0+(?!\\d)", "$1")
        .replaceAll("(\\d)\\.(?!\\d)", "$1");
  }

  private static Object of(RecordComponent component, Policy policy) {
    try {
      return component.getAccessor().invoke(policy);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot read " + component, e);
    }
  }
}
