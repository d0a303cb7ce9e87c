import org.apache.spark.sql.SparkSession;

/** A query that takes hours; prints what becomes of it, and leaves with exit code 1 where it fails. */
public final class LongQuery {
  private LongQuery() {}

  public static void main(String[] args) throws java.io.IOException {
    String message;
    try (SparkSession spark = SparkSession.builder().remote(args[0]).getOrCreate()) {
      message =
          spark.sql("SELECT sum((a.id + b.id) % 7) FROM range(10000000) a, range(10000000) b").first().toString();
    } catch (RuntimeException | java.io.IOException e) {
      System.out.println(e);
      System.exit(1);
      return;
    }
    System.out.println(message);
  }
}
