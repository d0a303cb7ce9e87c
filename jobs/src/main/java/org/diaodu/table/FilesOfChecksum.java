package org.diaodu.table;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.rules.Rule;
import org.apache.spark.sql.delta.DeltaTableUtils;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.files.TahoeBatchFileIndex;
import org.apache.spark.sql.delta.files.TahoeLogFileIndex;
import org.apache.spark.sql.execution.datasources.HadoopFsRelation;
import org.apache.spark.sql.execution.datasources.LogicalRelation;
import scala.jdk.javaapi.CollectionConverters;
import scala.jdk.javaapi.OptionConverters;
import scala.runtime.AbstractPartialFunction;

/**
 * The files of a small table, without a job. For each read Delta puts a version's log together in a
 * job or two, to choose among its files; of few files the checksum beside the log names all. Files
 * without statistics are read whatever is asked. Those of large tables, which have them, and those
 * with rows struck out are left to Delta.
 *
 * @see <a href="https://github.com/delta-io/delta/blob/master/PROTOCOL.md#version-checksum-file">
 *     Version Checksum File</a>
 */
final class FilesOfChecksum extends Rule<LogicalPlan> {
  private static final ByItsFiles BY_ITS_FILES = new ByItsFiles();

  /** All files of a version; empty where its checksum does not name them. */
  static Optional<List<AddFile>> of(Snapshot version) {
    return OptionConverters.toJava(version.checksumOpt())
        .flatMap(checksum -> OptionConverters.toJava(checksum.allFiles()))
        .map(CollectionConverters::asJava);
  }

  @Override
  public LogicalPlan apply(LogicalPlan plan) {
    // Of what a transaction reads Delta keeps account.
    return OptimisticTransaction.getActive().isDefined() ? plan : plan.transform(BY_ITS_FILES);
  }

  private static final class ByItsFiles extends AbstractPartialFunction<LogicalPlan, LogicalPlan> {
    @Override
    public boolean isDefinedAt(LogicalPlan node) {
      return node instanceof LogicalRelation relation
          && relation.relation() instanceof HadoopFsRelation files
          && files.location() instanceof TahoeLogFileIndex;
    }

    @Override
    public LogicalPlan apply(LogicalPlan node) {
      HadoopFsRelation relation = (HadoopFsRelation) ((LogicalRelation) node).relation();
      TahoeLogFileIndex log = (TahoeLogFileIndex) relation.location();
      Snapshot version = log.getSnapshot();
      return of(version)
          .filter(files -> log.partitionFilters().isEmpty())
          .filter(files -> files.stream().allMatch(file -> isReadWhole(file)))
          .map(
              files ->
                  DeltaTableUtils.replaceFileIndex(
                      node,
                      new TahoeBatchFileIndex(
                          log.spark(),
                          "batch",
                          CollectionConverters.asScala(files).toSeq(),
                          log.deltaLog(),
                          log.path(),
                          version,
                          false)))
          .orElse(node);
    }

    private static boolean isReadWhole(AddFile file) {
      return file.stats() == null && file.deletionVector() == null;
    }
  }
}
