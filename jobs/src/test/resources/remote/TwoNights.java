import org.apache.spark.sql.SparkSession;

/** Counts the files received, waits for a line, and counts again: in the same session, then in a new one. */
public final class TwoNights {
  private static final String FILES = "SELECT count(*) FROM landing.source_files";

  private TwoNights() {}

  public static void main(String[] args) throws java.io.IOException {
    try (SparkSession first = SparkSession.builder().remote(args[0]).create()) {
      System.out.println("same session: " + first.sql(FILES).first().get(0));
      System.in.read();
      System.out.println("same session: " + first.sql(FILES).first().get(0));
      try (SparkSession second = SparkSession.builder().remote(args[0]).create()) {
        System.out.println("new session: " + second.sql(FILES).first().get(0));
      }
    }
  }
}
