package org.diaodu.operation;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a run needs of the machine: Java and its flags, memory, disk, rights, fonts. */
public final class MachineChecks {
  private static final int LEAST_JAVA = 17;
  private static final long MEGABYTE = 1024 * 1024;
  private static final long LEAST_HEAP = 1000 * MEGABYTE;
  private static final long LEAST_DISK = 1024 * MEGABYTE;
  private static final long GOOD_DISK = 10 * 1024 * MEGABYTE;

  private MachineChecks() {}

  /**
   * All of them.
   *
   * @param landing where files arrive
   * @param written folders that a run writes to; they need not be there yet
   */
  public static List<Check> all(Path landing, List<Path> written) {
    List<Check> checks = new ArrayList<>(List.of(java(), flags(), memory(), landing(landing)));
    for (Path folder : written) {
      checks.add(folder(folder));
    }
    return checks;
  }

  private static Check java() {
    int feature = Runtime.version().feature();
    String found = "JDK %d（%s）".formatted(feature, System.getProperty("java.home"));
    return feature >= LEAST_JAVA
        ? Check.ok("Java", found)
        : Check.fault("Java", found + "，需要 17 或更高版本：设置 JAVA_HOME");
  }

  private static Check flags() {
    Module base = Object.class.getModule();
    Module ours = MachineChecks.class.getModule();
    List<String> closed =
        List.of("java.lang", "java.nio", "java.util", "sun.nio.ch").stream()
            .filter(name -> !base.isOpen(name, ours))
            .toList();
    return closed.isEmpty()
        ? Check.ok("启动参数", "齐全")
        : Check.fault("启动参数", "缺少 --add-opens：%s。请用 bin/diaodu 启动".formatted(closed));
  }

  private static Check memory() {
    long heap = Runtime.getRuntime().maxMemory();
    String found = "最多可用 %d MB".formatted(heap / MEGABYTE);
    return heap >= LEAST_HEAP
        ? Check.ok("内存", found)
        : Check.warning("内存", found + "，偏少：用 DIAODU_JVM 加大，如 -Xmx2g");
  }

  private static Check landing(Path landing) {
    String name = "收件文件夹";
    if (!Files.isDirectory(landing)) {
      return Check.fault(name, "找不到 %s：建立它，或用 --landing 指定".formatted(landing));
    }
    return Files.isReadable(landing)
        ? Check.ok(name, landing.toString())
        : Check.fault(name, "%s 不能读：检查权限".formatted(landing));
  }

  /** Rights are tried and not asked for: what the system says of them is not always so. */
  private static Check folder(Path folder) {
    String name = "文件夹 " + folder;
    Path there = folder.toAbsolutePath();
    while (!Files.exists(there)) {
      there = there.getParent();
    }
    try {
      Files.delete(Files.createTempFile(there, ".diaodu", ".try"));
      FileStore store = Files.getFileStore(there);
      String free = "可写，剩余 %d MB".formatted(store.getUsableSpace() / MEGABYTE);
      if (store.getUsableSpace() < LEAST_DISK) {
        return Check.fault(name, free + "：腾出空间");
      }
      return store.getUsableSpace() < GOOD_DISK
          ? Check.warning(name, free + "，不多了")
          : Check.ok(name, free);
    } catch (IOException e) {
      return Check.fault(name, "不能写（%s）：%s".formatted(e.getMessage(), Remedy.of(e)));
    }
  }
}
