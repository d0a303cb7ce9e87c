package org.diaodu.lock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.diaodu.files.NewFile;

/**
 * A lock of the operating system, on a file that says who holds it. Also between machines where
 * their shared folder has such locks, as NFS has.
 */
final class FileRunLock implements RunLock {
  /**
   * Who in this process holds which file. It is asked before the file is opened: on POSIX systems a
   * process loses its lock on a file as soon as it closes the file anywhere.
   */
  private static final Map<Path, String> HELD_HERE = new ConcurrentHashMap<>();

  private final Path file;
  private final FileChannel channel;
  private final FileLock lock;

  private FileRunLock(Path file, FileChannel channel, FileLock lock) {
    this.file = file;
    this.channel = channel;
    this.lock = lock;
  }

  static FileRunLock take(Path warehouse, String holder) {
    Path file = file(warehouse);
    String here = HELD_HERE.putIfAbsent(file, holder);
    if (here != null) {
      throw new WarehouseInUseException(warehouse.toString(), here);
    }
    FileRunLock taken = null;
    try {
      Files.createDirectories(warehouse);
      taken = lock(warehouse, file, holder);
      return taken;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot lock " + file, e);
    } finally {
      if (taken == null) {
        HELD_HERE.remove(file);
      }
    }
  }

  private static FileRunLock lock(Path warehouse, Path file, String holder) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      throw new WarehouseInUseException(warehouse.toString(), NewFile.text(file));
    }
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)));
    return new FileRunLock(file, channel, lock);
  }

  static Optional<String> holder(Path warehouse) {
    Path file = file(warehouse);
    String here = HELD_HERE.get(file);
    if (here != null) {
      return Optional.of(here);
    }
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    // Shared, since it may be looked at where nothing may be written.
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
      return lock == null ? Optional.of(NewFile.text(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot look at the lock " + file, e);
    }
  }

  private static Path file(Path warehouse) {
    return warehouse.toAbsolutePath().normalize().resolve("_run.lock");
  }

  @Override
  public void requireHeld() {
    if (!lock.isValid()) {
      throw new IllegalStateException("The lock of the warehouse was closed under its holder");
    }
  }

  @Override
  public void close() {
    try {
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot release the lock of the warehouse", e);
    } finally {
      HELD_HERE.remove(file);
    }
  }
}
