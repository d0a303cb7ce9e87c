package org.diaodu.table;

import io.delta.kernel.Snapshot;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.exceptions.TableNotFoundException;
import io.delta.kernel.internal.types.DataTypeJsonSerDe;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.types.StructType;
import org.diaodu.contract.ContractReader;
import org.diaodu.contract.Table;

/**
 * How the tables of a warehouse differ from {@code schemas/}, by their logs, without a session.
 *
 * @param added columns and constraints that the next run adds in place
 * @param refused differences for which the next run would refuse the table
 */
public record SchemaDrift(List<String> added, List<String> refused) {
  private static final String CONSTRAINT = "delta.constraints.";

  /**
   * Holds a table against its contract; empty where it was not made yet.
   *
   * @throws io.delta.kernel.exceptions.KernelException where its log cannot be read
   */
  public static Optional<SchemaDrift> of(Configuration hadoop, String warehouse, Table table) {
    DefaultEngine engine = DefaultEngine.create(hadoop);
    Snapshot snapshot;
    try {
      snapshot =
          io.delta.kernel.Table.forPath(engine, warehouse + "/" + table.path())
              .getLatestSnapshot(engine);
    } catch (TableNotFoundException notMadeYet) {
      return Optional.empty();
    }
    String json = DataTypeJsonSerDe.serializeStructType(snapshot.getSchema());
    Map<String, String> constraints = new TreeMap<>();
    snapshot
        .getTableProperties()
        .forEach(
            (name, value) -> {
              if (name.startsWith(CONSTRAINT)) {
                constraints.put(name.substring(CONSTRAINT.length()), value);
              }
            });
    Upgrade upgrade =
        Upgrade.of(ContractReader.read(table), (StructType) StructType.fromJson(json), constraints);
    List<String> added =
        new java.util.ArrayList<>(upgrade.added().stream().map(c -> c.name()).toList());
    added.addAll(upgrade.constraints().keySet());
    return Optional.of(new SchemaDrift(List.copyOf(added), upgrade.refused()));
  }
}
