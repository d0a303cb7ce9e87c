package org.diaodu.region;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of a pack with one of its plans, as text. What belongs to a plan stands beside the
 * region's own files, or in {@code plans/<year>/}.
 *
 * @param plan where the files of the plan stand, such as {@code plans/2024/}; empty for those that
 *     stand beside the region's
 * @param texts by name, without that; empty of a file that is not there or cannot be read
 * @param policies by name in the pack; none where the pack leaves them out
 * @param unreadable names in the pack of the files that are missing though they must not be, and of
 *     those that cannot be read: one fault is told of each, and none of what follows from it
 * @param templates by name in the pack
 * @param rules text of the file of rules; empty without one
 * @param sdmx text of the file of dataflows; empty without one
 */
record PackFiles(
    String plan,
    Map<String, String> texts,
    Map<String, String> policies,
    Set<String> unreadable,
    Map<String, String> templates,
    String rules,
    String sdmx) {
  private static final List<String> REGION =
      List.of("areas.csv", "indicators.csv", "region.yaml", "units.csv");

  private static final List<String> PLAN = List.of("calendar.csv", "targets.csv");

  /** What a plan with lists brings. */
  private static final List<String> LISTS =
      List.of("actions.csv", "conflicts.csv", "duties.csv", "plan.yaml", "tasks.csv");

  /** Without these there is nothing to compute. */
  private static final List<String> REQUIRED =
      List.of("areas.csv", "indicators.csv", "region.yaml", "targets.csv");

  private static final String PLANS = "plans";
  private static final String POLICIES = "policy.*\\.ya?ml";
  private static final String YAML = ".*\\.ya?ml";

  /** Reads the files of a folder; a missing or undecodable one is a fault and reads as empty. */
  static PackFiles of(Path folder, String plan, List<PackFault> faults) {
    List<PackFault> found = new ArrayList<>();
    Map<String, String> texts = new HashMap<>();
    REGION.forEach(name -> texts.put(name, text(folder, "", name, found)));
    PLAN.forEach(name -> texts.put(name, text(folder, plan, name, found)));
    LISTS.forEach(name -> texts.put(name, text(folder, plan, name, found)));
    Map<String, String> policies = all(folder, plan, POLICIES, found);
    Map<String, String> templates = all(folder, "templates/", YAML, found);
    String rules = optional(folder, "rules.yaml", found);
    String sdmx = optional(folder, "sdmx.yaml", found);
    faults.addAll(found);
    return new PackFiles(
        plan,
        texts,
        policies,
        found.stream().map(PackFault::file).collect(Collectors.toSet()),
        templates,
        rules,
        sdmx);
  }

  /**
   * Where the plans of a pack stand: {@code plans/2024/} and so on, in order of their years;
   * without drafts.
   */
  static List<String> plans(Path folder) {
    return allPlans(folder).stream().filter(plan -> !isDraft(folder, plan)).toList();
  }

  /** Where the drafts of plans stand, which are not in force. */
  static List<String> drafts(Path folder) {
    return allPlans(folder).stream().filter(plan -> isDraft(folder, plan)).toList();
  }

  private static List<String> allPlans(Path folder) {
    Path plans = folder.resolve(PLANS);
    return listed(plans, "\\d{4}").stream()
        .filter(year -> Files.isDirectory(plans.resolve(year)))
        .map(year -> "%s/%s/".formatted(PLANS, year))
        .toList();
  }

  private static boolean isDraft(Path folder, String plan) {
    return optional(folder, plan + "plan.yaml", new ArrayList<>())
        .lines()
        .anyMatch(line -> line.matches("draft: *true *(#.*)?"));
  }

  /** Whether a plan stands beside the region's own files. */
  static boolean hasPlanAtTheTop(Path folder) {
    return PLAN.stream().anyMatch(name -> Files.isRegularFile(folder.resolve(name)));
  }

  /**
   * The first 16 hex digits of a hash over the names and contents of all files of a pack that
   * figures, lights or their names follow from.
   */
  static String id(Path folder) {
    List<String> names = new ArrayList<>(REGION);
    List<String> plans = new ArrayList<>(List.of(""));
    plans.addAll(plans(folder));
    for (String plan : plans) {
      PLAN.forEach(name -> names.add(plan + name));
      LISTS.forEach(name -> names.add(plan + name));
      listed(folder.resolve(plan), POLICIES).forEach(name -> names.add(plan + name));
    }
    listed(folder.resolve("templates"), YAML).forEach(name -> names.add("templates/" + name));
    names.addAll(List.of("rules.yaml", "sdmx.yaml"));
    MessageDigest sha256 = sha256();
    for (String name : names) {
      if (Files.isRegularFile(folder.resolve(name))) {
        sha256.update(name.getBytes(StandardCharsets.UTF_8));
        sha256.update((byte) 0);
        sha256.update(bytes(folder.resolve(name)));
      }
    }
    return HexFormat.of().formatHex(sha256.digest()).substring(0, 16);
  }

  /** The name in the pack of a file of the region or the plan. */
  String named(String file) {
    return REGION.contains(file) ? file : plan + file;
  }

  /** Whether a file of the region or the plan could be read. */
  boolean isReadable(String file) {
    return !unreadable.contains(named(file));
  }

  /** The text of a file. One that is not there though it must be, or has nothing in it, is told. */
  private static String text(Path folder, String place, String file, List<PackFault> faults) {
    String name = place + file;
    boolean isThere = Files.isRegularFile(folder.resolve(name));
    if (!isThere && REQUIRED.contains(file)) {
      faults.add(new PackFault(name, 0, "没有这个文件", "请在%s中补上".formatted(folder)));
    }
    int before = faults.size();
    String text = optional(folder, name, faults);
    if (isThere && text.isBlank() && faults.size() == before) {
      faults.add(new PackFault(name, 0, "文件是空的", "请补上内容，或删去这个文件"));
    }
    return text.isBlank() ? "" : text;
  }

  /** Whether a file of the region or the plan is there, be it readable or not. */
  boolean isThere(String file) {
    return !texts.get(file).isEmpty() || !isReadable(file);
  }

  /** The text of a file; empty where it is not there, or, with a fault, cannot be decoded. */
  static String optional(Path folder, String name, List<PackFault> faults) {
    Path path = folder.resolve(name);
    return Files.isRegularFile(path) ? text(name, bytes(path), faults) : "";
  }

  /** The files of a folder that look so, by their names in the pack. */
  private static Map<String, String> all(
      Path folder, String prefix, String pattern, List<PackFault> faults) {
    Map<String, String> texts = new TreeMap<>();
    for (String name : listed(folder.resolve(prefix), pattern)) {
      texts.put(prefix + name, optional(folder, prefix + name, faults));
    }
    return texts;
  }

  /** Names of the files of a folder that look so, in their order; none of one that is not there. */
  private static List<String> listed(Path folder, String pattern) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches(pattern))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + folder, e);
    }
  }

  private static String text(String name, byte[] bytes, List<PackFault> faults) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException notUtf8) {
      faults.add(new PackFault(name, 0, "不是UTF-8编码", "请另存为UTF-8"));
      return "";
    }
  }

  private static byte[] bytes(Path path) {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path, e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Cannot happen: every Java has SHA-256", e);
    }
  }
}
