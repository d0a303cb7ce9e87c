package org.diaodu.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
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
 * The manifests of a warehouse, numbered files under {@code _manifests/}. A manifest is there wholly
 * or not at all, readers always have one, and of two runs one gets a number. Each names
 * the SHA-256 of the one before it, so that none can be changed or taken away unseen.
 */
public final class Manifests {
  private static final Logger LOG = LoggerFactory.getLogger(Manifests.class);
  private static final String NAME = "\\d{8}\\.json";
  private static final String BESIDE = "\\..*\\.json(\\.crc)?";

  private final String root;
  private final Configuration hadoop;
  private final FileSystem files;
  private final Path folder;

  /** The manifests of the warehouse at {@code root}. */
  public Manifests(Configuration hadoop, String root) {
    this.root = root;
    this.hadoop = hadoop;
    this.folder = new Path(root, "_manifests");
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
      PutIfAbsent.write(files, file, beside, text(manifest), hadoop);
    } catch (FileAlreadyExistsException taken) {
      throw new IllegalStateException(
          "Cannot publish %s: another run published it first".formatted(file.getName()), taken);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot publish " + file, e);
    }
  }

  /**
   * Holds each manifest against the next one's knowledge of it.
   *
   * @return one sentence in Chinese for each that was changed or is missing; empty where none was
   */
  public List<String> faults() {
    List<String> faults = new ArrayList<>();
    List<Path> newestFirst = numbered();
    for (int i = 0; i + 1 < newestFirst.size(); i++) {
      Path later = newestFirst.get(i);
      try {
        String said = ManifestJson.read(bytes(later)).previous();
        Path previous = file(number(later) - 1);
        if (!files.exists(previous)) {
          faults.add("发布清单 %s 不见了".formatted(previous.getName()));
        } else if (!said.isEmpty() && !said.equals(sha256(bytes(previous)))) {
          faults.add("发布清单 %s 在发布以后被改过".formatted(previous.getName()));
        }
      } catch (UnreadableManifestException unreadable) {
        faults.add("发布清单 %s 读不懂：%s".formatted(later.getName(), unreadable.getMessage()));
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
    String hash = files.exists(previous) ? sha256(bytes(previous)) : "";
    return new ManifestJson(manifest, SchemaVersion.CURRENT, hash).text();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
