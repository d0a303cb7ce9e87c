package org.diaodu.table;

import io.delta.kernel.exceptions.KernelException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.diaodu.contract.Table;

/** The data files of what a manifest published, held against how they were published. */
public final class StoredPicture {
  private static final String RESTORE = "：用备份恢复它，或由收件文件夹重建，见 docs/operations.md“备份和恢复”一节";

  private final StoredFiles stored;
  private final Seals seals;
  private final FileSystem files;

  /** Of a warehouse. */
  public StoredPicture(Configuration hadoop, String warehouse) {
    this.stored = new StoredFiles(hadoop, warehouse);
    this.seals = new Seals(hadoop, warehouse);
    try {
      this.files = new Path(warehouse).getFileSystem(hadoop);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot reach the warehouse at " + warehouse, e);
    }
  }

  /**
   * Versions and files that are not there, and files of another length. It lists folders and reads
   * logs, no data.
   *
   * @return one sentence in Chinese each, with what to do; empty where all is as published
   */
  public List<String> missing(Manifest manifest) {
    return each(manifest, version -> missing(version));
  }

  /**
   * Files whose content is not what was published. It reads all of them.
   *
   * @return one sentence in Chinese each, with what to do; empty where all is as published, or was
   *     published by a program that did not seal files
   */
  public List<String> changed(Manifest manifest) {
    Map<String, SealedFile> sealed = seals.files();
    return each(manifest, version -> changed(version, sealed));
  }

  /**
   * The files of a manifest that no seal has yet, as they are now.
   *
   * @param before what was published before it; tables that it had in the same version are not
   *     looked at
   */
  List<SealedFile> unsealed(Manifest manifest, Optional<Manifest> before) {
    Map<String, SealedFile> sealed = seals.files();
    Map<String, Long> same = new HashMap<>();
    if (!sealed.isEmpty()) {
      before.ifPresent(earlier -> same.putAll(earlier.versions()));
    }
    return each(
        manifest,
        version ->
            version.number() == same.getOrDefault(version.table().fullName(), -1L)
                ? List.of()
                : names(version).keySet().stream()
                    .map(name -> version.table().path() + "/" + name)
                    .filter(path -> !sealed.containsKey(path))
                    .map(path -> read(version.table(), path))
                    .flatMap(Optional::stream)
                    .toList());
  }

  /** A version of a table that a manifest names. */
  private record Version(Table table, long number) {}

  private static <T> List<T> each(Manifest manifest, Function<Version, List<T>> look) {
    List<Callable<List<T>>> tasks = new ArrayList<>();
    manifest
        .versions()
        .forEach(
            (name, number) ->
                Table.fromFullName(name)
                    .ifPresent(table -> tasks.add(() -> look.apply(new Version(table, number)))));
    return tasks.isEmpty()
        ? List.of()
        : Together.run(tasks).stream().flatMap(List::stream).toList();
  }

  private List<String> missing(Version version) {
    String of = "%s 的版本 %d".formatted(version.table().fullName(), version.number());
    Map<String, Long> published;
    try {
      published = stored.of(version.table(), version.number());
    } catch (KernelException | UncheckedIOException gone) {
      return List.of("缺少%s（%s）%s".formatted(of, gone.getMessage(), RESTORE));
    }
    Map<String, Long> there = there(version.table());
    List<String> faults = new ArrayList<>();
    published.forEach(
        (name, bytes) -> {
          String file = version.table().path() + "/" + name;
          if (!there.containsKey(name)) {
            faults.add("文件 %s 不见了（%s）%s".formatted(file, of, RESTORE));
          } else if (!there.get(name).equals(bytes)) {
            faults.add(
                "文件 %s 长 %d 字节，发布时是 %d 字节（%s）%s"
                    .formatted(file, there.get(name), bytes, of, RESTORE));
          }
        });
    return faults;
  }

  private List<String> changed(Version version, Map<String, SealedFile> sealed) {
    return names(version).keySet().stream()
        .map(name -> sealed.get(version.table().path() + "/" + name))
        .filter(file -> file != null)
        .filter(
            file -> read(version.table(), file.path()).filter(now -> !now.equals(file)).isPresent())
        .map(file -> "文件 %s 的内容在发布以后被改过%s".formatted(file.path(), RESTORE))
        .toList();
  }

  /** Empty where there is no such version: {@link #missing} says so. */
  private Map<String, Long> names(Version version) {
    try {
      return stored.of(version.table(), version.number());
    } catch (KernelException | UncheckedIOException gone) {
      return Map.of();
    }
  }

  private Map<String, Long> there(Table table) {
    Map<String, Long> there = new TreeMap<>();
    try {
      for (FileStatus status : files.listStatus(stored.folder(table))) {
        there.put(status.getPath().getName(), status.getLen());
      }
      return there;
    } catch (FileNotFoundException none) {
      return there;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the files of " + table.fullName(), e);
    }
  }

  /** Empty where it is not there: {@link #missing} says so. */
  private Optional<SealedFile> read(Table table, String path) {
    Path file = new Path(stored.folder(table), new Path(path).getName());
    try {
      return Optional.of(SealedFile.read(path, files.open(file)));
    } catch (FileNotFoundException gone) {
      return Optional.empty();
    } catch (IOException unreadable) {
      return Optional.of(new SealedFile(path, -1, ""));
    }
  }
}
