package org.diaodu.lock;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A lock on a file system without locks: a file that its holder writes again and again. Where it
 * was not written for a while, its holder is gone, and the next one takes it. Times are those of
 * the file system alone, so that clocks of machines need not agree. The file system must create and
 * rename in one step, as HDFS does.
 */
final class LeaseLock implements RunLock {
  /**
   * How long a lease lasts.
   *
   * @param beat how often it is written again
   * @param end how long after the last time it has ended
   */
  record Terms(Duration beat, Duration end) {
    static final Terms USUAL = new Terms(Duration.ofSeconds(20), Duration.ofMinutes(3));
  }

  private static final String FILE = "_run.lease";

  private final FileSystem files;
  private final Path file;
  private final String content;
  private final String warehouse;
  private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor();
  private final ScheduledFuture<?> beats;

  private LeaseLock(FileSystem files, Path file, String content, String warehouse, Terms terms) {
    this.files = files;
    this.file = file;
    this.content = content;
    this.warehouse = warehouse;
    long beat = terms.beat().toMillis();
    // A beat that fails is not made up for: requireHeld finds out what became of the lease.
    beats = heart.scheduleAtFixedRate(this::beat, beat, beat, TimeUnit.MILLISECONDS);
  }

  static LeaseLock take(String warehouse, String holder, Configuration hadoop, Terms terms) {
    Path file = new Path(warehouse, FILE);
    String token = UUID.randomUUID().toString();
    String content = holder + "\n" + token;
    try {
      FileSystem files = file.getFileSystem(hadoop);
      files.mkdirs(file.getParent());
      if (!create(files, file, content)) {
        takeOver(files, file, token, warehouse, terms);
        if (!create(files, file, content)) {
          throw new WarehouseInUseException(warehouse, holder(files, file));
        }
      }
      return new LeaseLock(files, file, content, warehouse, terms);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot lock " + file, e);
    }
  }

  /** Puts a lease that has ended out of the way; of several who try, one can. */
  private static void takeOver(
      FileSystem files, Path file, String token, String warehouse, Terms terms) throws IOException {
    Path probe = new Path(file.getParent(), "_run.lease." + token);
    write(files, probe, token);
    try {
      long now = files.getFileStatus(probe).getModificationTime();
      long beat = files.getFileStatus(file).getModificationTime();
      if (now - beat < terms.end().toMillis()) {
        throw new WarehouseInUseException(warehouse, holder(files, file));
      }
      if (files.rename(file, new Path(file.getParent(), "_run.lease.ended-" + token))) {
        files.delete(new Path(file.getParent(), "_run.lease.ended-" + token), false);
      }
    } finally {
      files.delete(probe, false);
    }
  }

  private static boolean create(FileSystem files, Path file, String content) throws IOException {
    try (OutputStream out = files.create(file, false)) {
      out.write(content.getBytes(StandardCharsets.UTF_8));
      return true;
    } catch (FileAlreadyExistsException taken) {
      return false;
    } catch (IOException e) {
      // File systems differ in what they throw; that the file is there says the same.
      if (files.exists(file)) {
        return false;
      }
      throw e;
    }
  }

  private static void write(FileSystem files, Path file, String content) throws IOException {
    try (OutputStream out = files.create(file, true)) {
      out.write(content.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String read(FileSystem files, Path file) throws IOException {
    try (InputStream in = files.open(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Who took the lease of a warehouse and did not give it back, though it may have ended. */
  static Optional<String> holder(String warehouse, Configuration hadoop) {
    Path file = new Path(warehouse, FILE);
    try {
      FileSystem files = file.getFileSystem(hadoop);
      return files.exists(file)
          ? Optional.of(holder(files, file) + "（若已中断，三分钟后自动解除）")
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot look at the lock " + file, e);
    }
  }

  private static String holder(FileSystem files, Path file) throws IOException {
    return files.exists(file) ? read(files, file).lines().findFirst().orElse("") : "";
  }

  private void beat() {
    try {
      if (read(files, file).equals(content)) {
        write(files, file, content);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot keep the lease " + file, e);
    }
  }

  @Override
  public void requireHeld() {
    try {
      if (!files.exists(file) || !read(files, file).equals(content)) {
        throw new WarehouseInUseException(warehouse, holder(files, file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot tell whether the lease holds: " + file, e);
    }
  }

  @Override
  public void close() {
    beats.cancel(false);
    heart.shutdown();
    try {
      if (heart.awaitTermination(1, TimeUnit.MINUTES)
          && files.exists(file)
          && read(files, file).equals(content)) {
        files.delete(file, false);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot release the lock of the warehouse", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
