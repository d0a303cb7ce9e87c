package org.diaodu.statistics;

import static org.apache.spark.sql.functions.col;

import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The policies by which figures were judged. */
public final class StoredPolicies {
  private StoredPolicies() {}

  /**
   * Their texts by id.
   *
   * @param policies rows of {@code reference.policies}
   * @param packId the version of the pack that was in use
   */
  public static Map<String, String> of(Dataset<Row> policies, String packId) {
    return policies
        .where(col("pack_id").equalTo(packId))
        .select("policy_id", "body")
        .collectAsList()
        .stream()
        .collect(Collectors.toMap(row -> row.getString(0), row -> row.getString(1)));
  }
}
