package org.diaodu.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A lock of the operating system, on a file that says who holds it. Also between machines where
 * their shared folder has such locks, as NFS has.
 */
final class FileRunLock implements RunLock {
  private final FileChannel channel;
  private final FileLock lock;

  private FileRunLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  static FileRunLock take(Path warehouse, String holder) {
    Path file = warehouse.resolve("_run.lock");
    try {
      Files.createDirectories(warehouse);
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        throw new WarehouseInUseException(warehouse.toString(), Files.readString(file));
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)));
      return new FileRunLock(channel, lock);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot lock " + file, e);
    }
  }

  static Optional<String> holder(Path warehouse) {
    Path file = warehouse.resolve("_run.lock");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    // Shared, since it may be looked at where nothing may be written.
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
      return lock == null ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return Optional.of("本进程");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot look at the lock " + file, e);
    }
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
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
    }
  }
}
