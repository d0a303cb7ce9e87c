package org.diaodu.lock;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.diaodu.files.Place;

/**
 * One writer at a time on a warehouse; readers need no lock. A lock never outlives its holder: on a
 * file system of the machine the operating system lets it go when the process ends, however it
 * ends; elsewhere it is a lease that ends by itself.
 */
public interface RunLock extends AutoCloseable {

  /**
   * Takes the lock of a warehouse.
   *
   * @param warehouse a path, or the URL of a file system that all machines reach; however it is
   *     written, one folder has one lock
   * @param purpose what it is taken for, for whoever finds it taken
   * @throws WarehouseInUseException where another process holds it; it says which
   */
  static RunLock take(String warehouse, String purpose, Configuration hadoop) {
    String holder = "%s，%s，进程%d".formatted(purpose, host(), ProcessHandle.current().pid());
    Place place = Place.of(warehouse, hadoop);
    return place.local()
        ? FileRunLock.take(place.path(), holder)
        : LeaseLock.take(place.root(), holder, hadoop, LeaseLock.Terms.USUAL);
  }

  /** Who holds the lock of a warehouse; empty where nobody does. */
  static Optional<String> holder(String warehouse, Configuration hadoop) {
    Place place = Place.of(warehouse, hadoop);
    return place.local()
        ? FileRunLock.holder(place.path())
        : LeaseLock.holder(place.root(), hadoop);
  }

  /** Does work under the lock of a warehouse. */
  static <T> T during(
      String warehouse, String purpose, Configuration hadoop, Function<RunLock, T> work) {
    try (RunLock lock = take(warehouse, purpose, hadoop)) {
      return work.apply(lock);
    }
  }

  /**
   * Does nothing as long as nobody else can have taken it.
   *
   * @throws WarehouseInUseException where it was lost, as by a process that stood still for minutes
   */
  void requireHeld();

  /** Lets the next one begin. */
  @Override
  void close();

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return nameless.getMessage();
    }
  }
}
