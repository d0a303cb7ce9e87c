package org.diaodu.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.diaodu.contract.SchemaVersion;
import org.diaodu.files.PutIfAbsent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The manifests of a warehouse, numbered files under {@code _manifests/}. A manifest is there
 * wholly or not at all, readers always have one, and of two runs one gets a number. Each names the
 * SHA-256 of the one before it, so that none can be changed or taken away unseen.
 */
public final class Manifests {
  private static final Logger LOG = LoggerFactory.getLogger(Manifests.class);
  private static final String NAME = "\\d{8}\\.json";
  private static final String BESIDE = "\\..*\\.json(\\.crc)?";

  private final String root;
  private final Configuration hadoop;
  private final FileSystem files;
  private final Path folder;
  private final Seals seals;

  /** The manifests of the warehouse at {@code root}. */
  public Manifests(Configuration hadoop, String root) {
    this.root = root;
    this.hadoop = hadoop;
    this.folder = new Path(root, "_manifests");
    this.seals = new Seals(hadoop, root);
    try {
      this.files = folder.getFileSystem(hadoop);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot reach the warehouse at " + root, e);
    }
  }

  /**
   * The newest manifest; empty before the first run has finished. One that cannot be read, as a
   * machine that lost its power may leave it, is passed over, and the log says so: the night before
   * it still stands.
   *
   * @throws NewerWarehouseException where a later version of the program wrote it
   */
  public Optional<Manifest> newest() {
    List<Path> newestFirst = numbered();
    for (Path file : newestFirst) {
      try {
        return Optional.of(read(file));
      } catch (UnreadableManifestException unreadable) {
        LOG.warn("发布清单 {} 读不懂，改用它之前的一份。它所发布的那一夜要重新运行。原因：{}", file, unreadable.getMessage());
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot read " + file, e);
      }
    }
    return Optional.empty();
  }

  /**
   * Publishes a manifest in one step.
   *
   * @throws IllegalStateException where another run has published the same number
   */
  public void publish(Manifest manifest) {
    Path file = file(manifest.number());
    Path beside = new Path(folder, "." + manifest.runId() + ".json");
    try {
      files.mkdirs(folder);
      clearAway();
      byte[] text = text(manifest);
      Seals.Seal seal =
          seals.begin(
              manifest.number(),
              SealedFile.sha256(text),
              new StoredPicture(hadoop, root).unsealed(manifest, newest()));
      PutIfAbsent.write(files, file, beside, text, hadoop);
      seals.end(seal);
    } catch (FileAlreadyExistsException taken) {
      throw new IllegalStateException(
          "Cannot publish %s: another run published it first".formatted(file.getName()), taken);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot publish " + file, e);
    }
  }

  /** All manifests that can be read, newest first. */
  public List<Manifest> all() {
    List<Manifest> all = new ArrayList<>();
    for (Path file : numbered()) {
      try {
        all.add(read(file));
      } catch (UnreadableManifestException passedOver) {
        LOG.debug("passed over: {}", file, passedOver);
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot read " + file, e);
      }
    }
    return all;
  }

  /**
   * Holds each manifest against the next one's knowledge of it, and against its seal.
   *
   * @return one sentence in Chinese for each that was changed, is missing or cannot be read; empty
   *     where none was
   */
  public List<String> faults() {
    Set<String> faults = new LinkedHashSet<>(unreadable());
    faults.addAll(changed());
    return List.copyOf(faults);
  }

  /**
   * Those of the {@link #faults} that no accident of a run leaves: a manifest that lost its end is
   * none of them.
   */
  public List<String> changed() {
    Set<String> faults = new LinkedHashSet<>(chainFaults());
    faults.addAll(sealFaults());
    return List.copyOf(faults);
  }

  private List<String> unreadable() {
    List<String> faults = new ArrayList<>();
    for (Path file : numbered()) {
      try {
        ManifestJson.read(bytes(file));
      } catch (UnreadableManifestException unreadable) {
        faults.add("发布清单 %s 读不懂：%s".formatted(file.getName(), unreadable.getMessage()));
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot read " + file, e);
      }
    }
    return faults;
  }

  private List<String> sealFaults() {
    List<String> faults = new ArrayList<>();
    List<Seals.Seal> all = seals.all();
    List<Path> manifests = numbered();
    for (Seals.Seal seal : all) {
      boolean there = manifests.stream().anyMatch(file -> number(file) == seal.number());
      if (seal.published() && !there) {
        faults.add(gone(seal.number(), all));
      }
    }
    for (Path file : manifests) {
      try {
        byte[] content = bytes(file);
        ManifestJson.read(content);
        String now = SealedFile.sha256(content);
        boolean isSealed = all.stream().anyMatch(s -> s.number() == number(file));
        if (isSealed && all.stream().noneMatch(s -> s.is(number(file), now))) {
          faults.add("发布清单 %s 在发布以后被改过".formatted(file.getName()));
        } else if (!isSealed && all.stream().anyMatch(s -> s.number() < number(file))) {
          faults.add("发布清单 %s 没有校验值（_seals），无法核对".formatted(file.getName()));
        }
      } catch (UnreadableManifestException lostItsEnd) {
        LOG.debug("not held against its seal: {}", file, lostItsEnd);
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot read " + file, e);
      }
    }
    return faults;
  }

  private String gone(long number, List<Seals.Seal> seals) {
    String named =
        seals.stream()
            .filter(seal -> seal.number() == number)
            .map(seal -> "_seals/" + seal.path().getName())
            .collect(Collectors.joining("、"));
    return "发布清单 %s 不见了：用备份恢复%s"
        .formatted(
            file(number).getName(),
            named.isEmpty() ? "" : "；若没有备份，删去 %s 后再运行，从它之前的一份继续".formatted(named));
  }

  private List<String> chainFaults() {
    List<String> faults = new ArrayList<>();
    List<Path> newestFirst = numbered();
    for (int i = 0; i + 1 < newestFirst.size(); i++) {
      Path later = newestFirst.get(i);
      try {
        String said = ManifestJson.read(bytes(later)).previous();
        Path previous = file(number(later) - 1);
        if (!files.exists(previous)) {
          faults.add(gone(number(previous), seals.all()));
        } else if (!said.isEmpty() && !said.equals(SealedFile.sha256(bytes(previous)))) {
          faults.add("发布清单 %s 在发布以后被改过".formatted(previous.getName()));
        }
      } catch (UnreadableManifestException unreadable) {
        LOG.debug("knows nothing of the one before: {}", later, unreadable);
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot read " + later, e);
      }
    }
    return faults;
  }

  /** Newest first. */
  private List<Path> numbered() {
    try {
      if (!files.exists(folder)) {
        return List.of();
      }
      return Arrays.stream(files.listStatus(folder))
          .map(FileStatus::getPath)
          .filter(path -> path.getName().matches(NAME))
          .sorted(Comparator.comparing(Path::getName).reversed())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the manifests in " + folder, e);
    }
  }

  /** What runs left that ended before they published, and manifests that cannot be read. */
  private void clearAway() throws IOException {
    for (FileStatus status : files.listStatus(folder)) {
      Path path = status.getPath();
      if (path.getName().matches(BESIDE)) {
        files.delete(path, false);
      } else if (path.getName().matches(NAME) && !isReadable(path)) {
        files.rename(path, new Path(folder, path.getName() + ".unreadable"));
      }
    }
  }

  private boolean isReadable(Path file) throws IOException {
    try {
      read(file);
      return true;
    } catch (UnreadableManifestException unreadable) {
      LOG.warn("发布清单 {} 读不懂，改名为 {}.unreadable 保留", file, file.getName());
      return false;
    }
  }

  private Path file(long number) {
    return new Path(folder, "%08d.json".formatted(number));
  }

  private static long number(Path file) {
    return Long.parseLong(file.getName().substring(0, 8));
  }

  private byte[] bytes(Path file) throws IOException {
    try (InputStream in = files.open(file)) {
      return in.readAllBytes();
    } catch (ChecksumException changed) {
      throw new UnreadableManifestException(changed);
    }
  }

  private Manifest read(Path file) throws IOException {
    ManifestJson json = ManifestJson.read(bytes(file));
    if (json.schemaVersion() > SchemaVersion.CURRENT) {
      throw new NewerWarehouseException(root, json.schemaVersion(), SchemaVersion.CURRENT);
    }
    return json.manifest();
  }

  private byte[] text(Manifest manifest) throws IOException {
    Path previous = file(manifest.number() - 1);
    String hash = files.exists(previous) ? SealedFile.sha256(bytes(previous)) : "";
    return new ManifestJson(manifest, SchemaVersion.CURRENT, hash).text();
  }
}
