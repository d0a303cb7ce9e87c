package org.diaodu.operation;

import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.diaodu.lock.RunLock;
import org.diaodu.table.Manifest;
import org.diaodu.table.Manifests;

/**
 * Where a warehouse stands, without a session.
 *
 * @param published the newest manifest; empty before the first finished night
 * @param runs the newest runs, newest first
 * @param running who is writing to it now; empty where nobody is
 * @param faults of the chain of manifests, in Chinese
 */
public record WarehouseStatus(
    Optional<Manifest> published,
    List<RunRecord> runs,
    Optional<String> running,
    List<String> faults) {

  /**
   * Looks at a warehouse.
   *
   * @param most how many runs
   */
  public static WarehouseStatus of(Configuration hadoop, String warehouse, int most) {
    Manifests manifests = new Manifests(hadoop, warehouse);
    return new WarehouseStatus(
        manifests.newest(),
        new RunRecords(hadoop, warehouse).newest(most),
        RunLock.holder(warehouse, hadoop),
        manifests.faults());
  }
}
