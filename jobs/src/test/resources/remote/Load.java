import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Sessions that ask a server at once, three good ones to two evil ones: {@code ADDRESS SESSIONS SECONDS}. Prints how many queries of
 * each kind were asked and what came of them, and ends with 1 where a good one was not answered as before, or an evil one was.
 */
public final class Load {
  private static final long PAUSE_MILLIS = 1000;

  /** What anybody may ask; the answers stay the same. */
  private static final Map<String, String> GOOD =
      new TreeMap<>(
          Map.of(
              "good: one row", "SELECT max(time_period) FROM statistics.growth",
              "good: groups", "SELECT indicator, count(*) AS n, max(yoy_pct) AS m FROM statistics.growth GROUP BY indicator ORDER BY 1",
              "good: join", "SELECT a.name_zh, count(*) AS n FROM statistics.growth g JOIN reference.areas a ON a.ref_area = g.ref_area GROUP BY 1 ORDER BY 1",
              "good: window", "SELECT time_period, rank() OVER (ORDER BY level DESC) AS r FROM statistics.growth WHERE level IS NOT NULL ORDER BY r, time_period LIMIT 20"));

  /** What nobody gets an answer to. */
  private static final Map<String, Supplier<String>> EVIL = new LinkedHashMap<>();

  static {
    EVIL.put("memory: collect_list", () -> "SELECT size(collect_list(id)) FROM range(200000000)");
    EVIL.put("memory: one array", () -> "SELECT size(sequence(1, 2000000000))");
    EVIL.put("memory: one text", () -> "SELECT length(repeat(repeat('x', 100000), 15000))");
    EVIL.put("memory: texts in groups", () -> "SELECT max(length(l)) FROM (SELECT array_join(collect_list(repeat('x', 10000)), '') AS l FROM range(1000000) GROUP BY id % 2)");
    EVIL.put("memory: large result", () -> "SELECT id, repeat('x', 10000) AS t FROM range(1000000)");
    EVIL.put("time: cross join", () -> "SELECT sum((a.id + b.id) % 7) FROM range(10000000) a, range(10000000) b");
    EVIL.put("time: recursion", () -> "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT max(n) FROM t");
    EVIL.put("time: pattern", () -> "SELECT sum(int(repeat('a', 40) || id RLIKE '(a+)+$')) FROM range(1000)");
    EVIL.put("time: pattern of a row", () -> "SELECT count(*) FROM range(1000) WHERE repeat('a', 40) RLIKE concat('(a+', ')+b', id)");
    EVIL.put("parse: brackets", () -> "SELECT " + "(".repeat(20_000) + "1" + ")".repeat(20_000));
    EVIL.put("parse: not not", () -> "SELECT " + "NOT ".repeat(20_000) + "true");
    EVIL.put("parse: megabytes", () -> "SELECT 1" + " + 1".repeat(2_000_000));
    EVIL.put("parse: subqueries", () -> "SELECT * FROM (".repeat(3_000) + "SELECT 1" + ")".repeat(3_000));
    EVIL.put("plan: doubling", () -> doubling(30));
    EVIL.put("plan: partitions", () -> "SELECT /*+ REPARTITION(1000000) */ * FROM statistics.growth");
    EVIL.put("escape: Java in a window", () -> "SELECT sum(id) OVER w FROM range(1) WINDOW w AS (ORDER BY java_method('java.lang.System', 'getenv'))");
    EVIL.put("escape: from_xml", () -> "SELECT from_xml('<a/>', 'a INT', map('rowValidationXSDPath', '/etc/passwd'))");
    EVIL.put("escape: path", () -> "SELECT * FROM text.`/etc/passwd`");
    EVIL.put("escape: version", () -> "SELECT * FROM statistics.observations VERSION AS OF 1");
    EVIL.put("escape: setting", () -> "SET spark.sql.runSQLOnFiles=true");
    EVIL.put("escape: write", () -> "CREATE TABLE mine AS SELECT 1");
    EVIL.put("escape: name put together", () -> "SELECT * FROM IDENTIFIER('text.' || '`/etc/passwd`')");
  }

  private record Asked(String what, long millis, String outcome) {}

  private final String address;
  private final long until;
  private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final AtomicBoolean wrong = new AtomicBoolean();

  private Load(String address, long seconds) {
    this.address = address;
    this.until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
  }

  public static void main(String[] args) throws InterruptedException {
    readEveryTable(args[0]);
    Load load = new Load(args[0], Long.parseLong(args[2]));
    int sessions = Integer.parseInt(args[1]);
    CountDownLatch open = new CountDownLatch(sessions);
    for (int i = 0; i < sessions; i++) {
      int number = i;
      Thread session = new Thread(() -> { try { load.session(number); } finally { open.countDown(); } });
      session.setDaemon(true);
      session.start();
    }
    open.await(Long.parseLong(args[2]) + 400, TimeUnit.SECONDS);
    load.print();
    System.out.flush();
    // Sessions of evil queries may still wait for what their server ends in its own time.
    Runtime.getRuntime().halt(load.wrong.get() ? 1 : 0);
  }

  /** A client understands every type of every table and view. */
  private static void readEveryTable(String address) {
    SparkSession spark = SparkSession.builder().remote(address).create();
    int tables = 0;
    for (Row database : spark.sql("SHOW DATABASES").collectAsList()) {
      for (Row table : spark.sql("SHOW TABLES IN " + database.getString(0)).collectAsList()) {
        spark.sql("SELECT * FROM %s.%s LIMIT 20".formatted(table.getString(0), table.getString(1))).collectAsList();
        tables++;
      }
    }
    System.out.println("tables and views read: " + tables);
  }

  private void session(int number) {
    boolean good = number % 5 < 3;
    List<String> names = new ArrayList<>(good ? GOOD.keySet() : EVIL.keySet());
    SparkSession spark = SparkSession.builder().remote(address).create();
    for (int i = number; System.nanoTime() < until; i++) {
      String name = names.get(i % names.size());
      ask(spark, name, good ? GOOD.get(name) : EVIL.get(name).get(), good);
      pause();
    }
  }

  private void ask(SparkSession spark, String name, String query, boolean good) {
    long began = System.nanoTime();
    String outcome;
    try {
      String answer = String.valueOf(spark.sql(query).collectAsList());
      outcome = "answered";
      String before = answers.putIfAbsent(name, answer);
      boolean other = good && before != null && !before.equals(answer);
      if (!good || other) {
        wrong.set(true);
        System.out.println((good ? "ANOTHER ANSWER " : "ANSWERED ") + name + ": " + brief(answer));
      }
    } catch (Throwable failure) {
      String why = brief(String.valueOf(failure.getMessage()));
      outcome = why.replaceAll("^.*?(PERMISSION_DENIED|OPERATION_CANCELED|CANCELLED|RESOURCE_EXHAUSTED|\\[[A-Z_.]+\\]).*$", "$1");
      if (good) {
        wrong.set(true);
        System.out.println("NOT ANSWERED " + name + ": " + why);
      }
    }
    asked.add(new Asked(name, (System.nanoTime() - began) / 1_000_000, brief(outcome)));
  }

  private static String brief(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() > 160 ? line.substring(0, 160) + "…" : line;
  }

  private void print() {
    Map<String, List<Asked>> byName = new TreeMap<>();
    synchronized (asked) {
      asked.forEach(one -> byName.computeIfAbsent(one.what(), n -> new ArrayList<>()).add(one));
    }
    System.out.println("| query | asked | median s | longest s | outcomes |");
    System.out.println("|---|---|---|---|---|");
    byName.forEach(
        (name, all) -> {
          List<Long> millis = all.stream().map(Asked::millis).sorted().toList();
          Map<String, Integer> outcomes = new TreeMap<>();
          all.forEach(one -> outcomes.merge(one.outcome(), 1, Integer::sum));
          System.out.printf(
              "| %s | %d | %.1f | %.1f | %s |%n",
              name, all.size(), millis.get(millis.size() / 2) / 1000.0, millis.get(millis.size() - 1) / 1000.0, outcomes);
        });
  }

  /** Each step names the one before twice. */
  private static String doubling(int steps) {
    StringBuilder query = new StringBuilder("WITH t0 AS (SELECT * FROM statistics.growth)");
    for (int i = 1; i <= steps; i++) {
      query.append(", t%d AS (SELECT * FROM t%d UNION ALL SELECT * FROM t%d)".formatted(i, i - 1, i - 1));
    }
    return query + " SELECT count(*) FROM t" + steps;
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
