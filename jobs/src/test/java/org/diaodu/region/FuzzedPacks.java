package org.diaodu.region;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.diaodu.fuzz.Dice;
import org.diaodu.fuzz.Hostile;
import org.diaodu.fuzz.Target;
import org.diaodu.layout.Templates;
import org.diaodu.validation.Rules;

/**
 * Packs with one file that is broken: every fault is told, and none is an exception. An input is
 * the name of the file, a line end, and what stands in it.
 */
public final class FuzzedPacks implements Target {
  private static final List<String> YAML =
      List.of(
          "[".repeat(20_000),
          "- ".repeat(20_000),
          "{a: ".repeat(20_000),
          "a: &a [*a]",
          "a: &a {b: *a}",
          "&a [&b [*a, *b], *b]: 1",
          "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ntitle: *d\n",
          "!!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL [\"http://127.0.0.1:1/\"]]]]",
          "name_zh: !!java.io.File [/etc/passwd]",
          "plan_year: 1e9",
          "plan_year: 99999999999",
          "valid_from: 2024-13-45",
          "? [a, b]\n: 1",
          "---\na: 1\n---\nb: 2",
          "%YAML 9.9\n---\na: 1",
          "a: \"\\uD800\"",
          "a: \"\\u",
          "\t- a",
          "? ? ? a",
          "<<: *x",
          "a: !!binary x",
          "");

  private final Path folder;
  private final Map<String, String> whole = new TreeMap<>();

  /**
   * @param from a pack without faults
   * @param folder where a pack stands while it is read
   */
  public FuzzedPacks(Path from, Path folder) throws IOException {
    this.folder = folder.resolve("pack-" + from.getFileName());
    Files.createDirectories(this.folder.resolve("templates"));
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = from.relativize(file).toString();
        whole.put(name, Files.readString(file));
        Files.writeString(this.folder.resolve(name), whole.get(name));
      }
    }
  }

  @Override
  public String name() {
    return "pack, " + folder.getFileName().toString().substring(5);
  }

  @Override
  public byte[] input(Dice dice) {
    List<String> names = new ArrayList<>(whole.keySet());
    String name = dice.one(names);
    String text = whole.get(name);
    if (name.endsWith(".yaml") && dice.oneIn(4)) {
      text = dice.oneIn(2) ? text + "\n" + dice.one(YAML) : dice.one(YAML);
    }
    for (int i = dice.below(3); i > 0; i--) {
      text = Hostile.lines(dice, text);
    }
    byte[] changed = Hostile.encoded(dice, Hostile.texts(dice, text, 6));
    byte[] head = (name + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] input = Arrays.copyOf(head, head.length + changed.length);
    System.arraycopy(changed, 0, input, head.length, changed.length);
    return input;
  }

  @Override
  public long read(byte[] input) throws IOException {
    int end = 0;
    while (input[end] != '\n') {
      end++;
    }
    String name = new String(input, 0, end, StandardCharsets.UTF_8);
    Path file = folder.resolve(name);
    Files.write(file, Arrays.copyOfRange(input, end + 1, input.length));
    try {
      PackReading reading = PackReader.examine(folder);
      List<PackFault> faults = new ArrayList<>(reading.faults());
      Templates.examine(reading.pack(), faults);
      Rules.examine(reading.pack(), faults);
      if (name.equals("policy.yaml")) {
        PolicyReader.like(
            reading.pack().policies().inOrder().get(0),
            name,
            Files.readString(file, StandardCharsets.ISO_8859_1),
            faults);
      }
      for (PackFault fault : faults) {
        if (fault.found() == null || fault.found().isBlank()) {
          throw new AssertionError("a fault that says nothing: " + fault);
        }
      }
      return faults.size();
    } finally {
      restore(name);
    }
  }

  private void restore(String name) {
    try {
      Files.writeString(folder.resolve(name), whole.get(name));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot restore " + name, e);
    }
  }
}
