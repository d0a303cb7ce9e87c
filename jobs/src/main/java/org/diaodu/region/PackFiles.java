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
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of a pack as text, and the id that changes when any of them does.
 *
 * @param texts by name; empty of a file that is not there or cannot be read
 * @param policies by name, at least one
 * @param unreadable names of the files that are missing though they must not be, and of those that
 *     cannot be read: one fault is told of each, and none of what follows from it
 * @param templates by name below the pack
 * @param rules text of the file of rules; empty without one
 * @param sdmx text of the file of dataflows; empty without one
 * @param packId first digits of a hash over all files
 */
record PackFiles(
    Map<String, String> texts,
    Map<String, String> policies,
    Set<String> unreadable,
    Map<String, String> templates,
    String rules,
    String sdmx,
    String packId) {
  static final List<String> NAMES =
      List.of(
          "areas.csv", "calendar.csv", "indicators.csv", "region.yaml", "targets.csv", "units.csv");

  private static final String POLICY = "policy.yaml";

  /** What a plan with lists brings. */
  static final List<String> OPTIONAL =
      List.of("actions.csv", "conflicts.csv", "plan.yaml", "tasks.csv");

  /** Reads the files of a folder; a missing or undecodable one is a fault and reads as empty. */
  static PackFiles of(Path folder, List<PackFault> faults) {
    Map<String, String> texts = new HashMap<>();
    MessageDigest sha256 = sha256();
    for (String name : NAMES) {
      Path path = folder.resolve(name);
      byte[] bytes = new byte[0];
      if (Files.isRegularFile(path)) {
        bytes = bytes(path);
      } else {
        faults.add(new PackFault(name, 0, "没有这个文件", "请在%s中补上".formatted(folder)));
      }
      sha256.update(name.getBytes(StandardCharsets.UTF_8));
      sha256.update((byte) 0);
      sha256.update(bytes);
      texts.put(name, text(name, bytes, faults));
    }
    Map<String, String> policies =
        all(folder, "", listed(folder, "policy.*\\.ya?ml"), sha256, faults);
    if (policies.isEmpty()) {
      faults.add(new PackFault(POLICY, 0, "没有这个文件", "请在%s中补上".formatted(folder)));
      policies.put(POLICY, "");
    }
    Path below = folder.resolve("templates");
    Map<String, String> templates =
        all(folder, "templates/", listed(below, ".*\\.ya?ml"), sha256, faults);
    for (String name : OPTIONAL) {
      texts.put(name, optional(folder, name, sha256, faults));
    }
    String rules = optional(folder, "rules.yaml", sha256, faults);
    String sdmx = optional(folder, "sdmx.yaml", sha256, faults);
    Set<String> unreadable =
        faults.stream()
            .filter(fault -> fault.line() == 0)
            .map(PackFault::file)
            .collect(Collectors.toSet());
    return new PackFiles(
        texts,
        policies,
        unreadable,
        templates,
        rules,
        sdmx,
        HexFormat.of().formatHex(sha256.digest()).substring(0, 16));
  }

  private static String optional(
      Path folder, String name, MessageDigest sha256, List<PackFault> faults) {
    Path path = folder.resolve(name);
    if (!Files.isRegularFile(path)) {
      return "";
    }
    byte[] bytes = bytes(path);
    sha256.update(name.getBytes(StandardCharsets.UTF_8));
    sha256.update((byte) 0);
    sha256.update(bytes);
    return text(name, bytes, faults);
  }

  /** Files by their names in the pack. */
  private static Map<String, String> all(
      Path folder,
      String prefix,
      List<String> names,
      MessageDigest sha256,
      List<PackFault> faults) {
    Map<String, String> texts = new TreeMap<>();
    for (String name : names) {
      texts.put(prefix + name, optional(folder, prefix + name, sha256, faults));
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
