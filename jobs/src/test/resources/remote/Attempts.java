import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** Tries what a client must not do, and prints what came of each: done, or why it was refused. */
public final class Attempts {
  private interface Attempt {
    void run() throws Exception;
  }

  private Attempts() {}

  public static void main(String[] args) throws java.io.IOException {
    String file = args[1];
    String table = args[2];
    try (SparkSession spark = SparkSession.builder().remote(args[0]).getOrCreate()) {
      Map<String, Attempt> attempts = new LinkedHashMap<>();
      attempts.put("query", () -> spark.table("statistics.growth").count());
      attempts.put("drop", () -> spark.sql("DROP VIEW statistics.growth").collect());
      attempts.put("insert", () -> spark.sql("INSERT INTO statistics.growth SELECT * FROM statistics.growth").collect());
      attempts.put("write", () -> spark.range(3).write().parquet(file + ".stolen"));
      attempts.put("save", () -> spark.range(3).write().saveAsTable("mine"));
      attempts.put("file", () -> spark.read().text(file).collect());
      attempts.put("delta", () -> spark.read().format("delta").load(table).collect());
      attempts.put("delta-sql", () -> spark.sql("SELECT * FROM delta.`" + table + "`").collect());
      attempts.put("reflect", () -> spark.sql("SELECT reflect('java.lang.System', 'lineSeparator')").collect());
      attempts.put("expression", () -> spark.range(1).selectExpr("java_method('java.lang.System', 'lineSeparator')").collect());
      attempts.put("window", () -> spark.sql("SELECT sum(id) OVER w FROM range(1) WINDOW w AS (ORDER BY java_method('java.lang.System', 'lineSeparator'))").collect());
      attempts.put("version", () -> spark.sql("SELECT * FROM delta.`" + table + "` VERSION AS OF 1").collect());
      attempts.put("jdbc", () -> spark.read().format("jdbc").option("url", "jdbc:x:").option("dbtable", "x").load().collect());
      attempts.put("setting", () -> spark.conf().set("spark.sql.ansi.enabled", "false"));
      attempts.put("view", () -> spark.range(1).createOrReplaceTempView("growth"));
      attempts.put("class", () -> spark.addArtifact(new byte[] {1}, "Mine.class"));
      attempts.forEach((name, attempt) -> System.out.println(name + ": " + outcome(attempt)));
    }
  }

  private static String outcome(Attempt attempt) {
    try {
      attempt.run();
      return "done";
    } catch (Exception refused) {
      return "refused " + String.valueOf(refused.getMessage()).replace('\n', ' ');
    }
  }
}
