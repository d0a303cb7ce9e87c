package org.diaodu.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What it was measured on. */
final class Machine {
  private Machine() {}

  /** One sentence, with how busy the machine was. */
  static String described(int threads, String heap, int pairs) throws IOException {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    String processor =
        Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
            .filter(line -> line.startsWith("model name"))
            .map(line -> line.replaceFirst(".*: ", ""))
            .findFirst()
            .orElse("processor not named");
    return String.format(
        Locale.ROOT,
        "%d processors (%s), %d GB of memory, Linux %s, Java %s. %d threads each, heap %s for Spark"
            + " and memory limit 4 GB for DuckDB, every run in a process of its own, medians of %d"
            + " alternating pairs, seconds. Load of the machine at the end: %.1f.",
        system.getAvailableProcessors(),
        processor,
        system.getTotalMemorySize() >> 30,
        System.getProperty("os.version"),
        System.getProperty("java.version"),
        threads,
        heap,
        pairs,
        system.getSystemLoadAverage());
  }
}
