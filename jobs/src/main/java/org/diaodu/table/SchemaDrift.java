package org.diaodu.table;

import io.delta.kernel.Snapshot;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.exceptions.TableNotFoundException;
import io.delta.kernel.internal.types.DataTypeJsonSerDe;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.types.StructType;
import org.diaodu.contract.ContractReader;
import org.diaodu.contract.Table;
import org.diaodu.contract.TableContract;

/**
 * How the tables of a warehouse differ from {@code schemas/}, by their logs, without a session.
 *
 * @param added columns and constraints that the next run adds in place
 * @param refused differences for which the next run would refuse the table
 */
public record SchemaDrift(List<String> added, List<String> refused) {
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
    Upgrade upgrade =
        Upgrade.of(
            ContractReader.read(table),
            (StructType) StructType.fromJson(json),
            Upgrade.constraints(snapshot.getTableProperties()));
    List<String> added =
        Stream.concat(
                upgrade.added().stream().map(TableContract.Column::name),
                upgrade.constraints().keySet().stream())
            .toList();
    return Optional.of(new SchemaDrift(added, upgrade.refused()));
  }
}
