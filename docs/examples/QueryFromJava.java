import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Asks a running {@code bin/diaodu serve} with a query, and prints the rows as they come, columns
 * apart by tabs, nothing for a missing value. How to start it: docs/remote-access.md.
 */
public final class QueryFromJava {
  private QueryFromJava() {}

  public static void main(String[] args) {
    if (args.length != 2) {
      System.err.println("Usage: QueryFromJava sc://HOST:PORT \"SELECT …\"");
      System.exit(2);
    }
    try (SparkSession spark = SparkSession.builder().remote(args[0]).getOrCreate()) {
      Dataset<Row> answer = spark.sql(args[1]);
      System.out.println(String.join("\t", answer.columns()));
      List<Row> rows = answer.collectAsList();
      for (Row row : rows) {
        for (int i = 0; i < row.size(); i++) {
          System.out.print((i == 0 ? "" : "\t") + (row.isNullAt(i) ? "" : row.get(i)));
        }
        System.out.println();
      }
    } catch (Exception failed) {
      System.err.println(failed.getMessage());
      System.exit(1);
    }
  }
}
