package org.diaodu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.contract.Table;
import org.diaodu.server.RemoteCheck;
import org.diaodu.server.RemoteFailureException;
import org.diaodu.server.Token;
import org.diaodu.table.Warehouse;
import org.diaodu.testing.Await;
import org.diaodu.testing.Java;
import org.diaodu.testing.Night;
import org.diaodu.testing.PackCopy;
import org.diaodu.testing.Packs;
import org.diaodu.testing.SharedSpark;
import org.diaodu.testing.Slow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server as a process of its own, and clients as others. */
@Slow
class ServeTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String SECRET = "a-secret-of-this-test-0123456789";

  @TempDir private static Path folder;
  private static Night night;
  private static PackCopy pack;
  private static Served open;

  private record Served(Process process, BufferedReader out, String ready, int port) {}

  @BeforeAll
  static void aServerOverOneNight() throws Exception {
    pack =
        new PackCopy(Packs.THREELANDS, folder.resolve("pack"))
            .add("region.yaml", "release: {except: {2024-06: 2999-01-01T00:00}}");
    night = new Night(pack.folder(), folder);
    night.arrives(
        "retail.csv",
        Night.HEADER
            + "甲县,社零,2023-05,,,40.00,亿元,,2023-06-18,\n"
            + "甲县,社零,2024-05,,,44.20,亿元,,2024-06-18,\n"
            + "甲县,社零,2024-06,,,55.20,亿元,,2024-07-18,\n");
    night.run("2024-07-25T18:00:00Z");
    open = serve(Map.of());
  }

  @AfterAll
  static void end() {
    open.process().destroyForcibly();
  }

  @Test
  void aClientOfAnotherProcessGetsWhatTheTablesHold() throws Exception {
    assertThat(open.ready())
        .contains("已就绪：sc://127.0.0.1:", "表 %d 张".formatted(Table.values().length), "不含未到发布时间的数据");
    assertThat(
            client(
                Path.of("docs/examples/QueryFromJava.java"),
                "SELECT time_period, yoy_pct FROM statistics.growth"
                    + " WHERE indicator = 'retail_sales' AND yoy_pct IS NOT NULL"))
        .containsExactly("time_period\tyoy_pct", "2024-05\t10.500000");
  }

  @Test
  void theViewsWithChineseColumnsAreServedTooAndWhatIsNotPublicYetDoesNotComeOut()
      throws Exception {
    assertThat(
            client(
                Path.of("docs/examples/QueryFromJava.java"),
                "SELECT `地区`, `时期`, `增速`,"
                    + " (SELECT max(time_period) FROM statistics.observations) AS `最新`"
                    + " FROM reporting.latest_growth_by_area WHERE `增速` IS NOT NULL"))
        .containsExactly("地区\t时期\t增速\t最新", "甲县\t2024-05\t10.500000\t2024-05");
  }

  @Test
  void aSessionKeepsItsNightAndTheNextOneSeesTheNewOne() throws Exception {
    Path source = Path.of("jobs/src/test/resources/remote/TwoNights.java");
    Process client =
        new ProcessBuilder(Java.clientCommand(source.toString(), "sc://127.0.0.1:" + open.port()))
            .redirectError(folder.resolve("nights.err").toFile())
            .start();
    try (BufferedReader said = client.inputReader(StandardCharsets.UTF_8);
        BufferedWriter next = client.outputWriter(StandardCharsets.UTF_8)) {
      String before = Await.line("what a session sees before the night", said);
      assertThat(before).as("files that the session sees").matches("same session: \\d+");
      night.arrives("late.csv", Night.HEADER + "乙县,社零,2024-05,,,20.00,亿元,,2024-07-20,\n");
      night.run("2024-07-26T18:00:00Z");
      next.write("\n");
      next.flush();

      assertThat(Await.line("what it sees after the night", said)).isEqualTo(before);
      assertThat(Await.line("what a new session sees", said))
          .isEqualTo("new session: " + (Integer.parseInt(before.substring(14)) + 1));
    } finally {
      client.destroyForcibly();
    }
  }

  @Test
  void everythingButAQueryOfThePublishedTablesIsRefused() throws Exception {
    Map<Table, Long> before = versions();
    Path file = Files.writeString(folder.resolve("secret.txt"), "secret");

    Map<String, String> outcomes = new LinkedHashMap<>();
    for (String line :
        client(
            Path.of("jobs/src/test/resources/remote/Attempts.java"),
            file.toString(),
            night.warehouse().resolve("statistics/observations").toString())) {
      outcomes.put(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 2));
    }

    assertThat(outcomes).hasSize(16);
    assertThat(outcomes.remove("query")).isEqualTo("done");
    assertThat(outcomes)
        .allSatisfy(
            (attempt, outcome) ->
                assertThat(outcome)
                    .as(attempt)
                    .startsWith("refused")
                    .containsAnyOf("PERMISSION_DENIED", "CANCELLED"));
    assertThat(folder.resolve("secret.txt.stolen")).doesNotExist();
    assertThat(versions()).as("versions of the tables").isEqualTo(before);
  }

  @Test
  void elsewhereThanOnTheMachineItselfATokenIsAskedFor() throws Exception {
    Served guarded =
        serve(Map.of("DIAODU_TOKEN", SECRET), "--host", "0.0.0.0", "--time-limit", "20");
    try {
      String address = ownAddress();

      assertThatThrownBy(() -> RemoteCheck.require(address, guarded.port(), Token.none(), PATIENCE))
          .isInstanceOf(RemoteFailureException.class)
          .hasMessageContaining("UNAUTHENTICATED");
      assertThatThrownBy(
              () -> RemoteCheck.require(address, guarded.port(), Token.of(SECRET + "x"), PATIENCE))
          .isInstanceOf(RemoteFailureException.class)
          .hasMessageContaining("UNAUTHENTICATED");
      RemoteCheck.require(address, guarded.port(), Token.of(SECRET), PATIENCE);
      assertThat(
              clientThatFails(
                  "sc://%s:%d/;authorization=Bearer%%20%s"
                      .formatted(address, guarded.port(), SECRET),
                  "SELECT sum((a.id + b.id) % 7) FROM range(10000000) a, range(10000000) b"))
          .as("a query that takes longer than the server allows")
          .contains("OPERATION_CANCELED");

      guarded.process().toHandle().destroy();
      assertThat(Await.exitCode("the end of the server after SIGTERM", guarded.process()))
          .as("exit code after SIGTERM")
          .isIn(0, 143);
      assertThat(Await.line("that the server has stopped", guarded.out())).isEqualTo("已停止");
      assertThat(
              new String(guarded.process().getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
          .as("what the server wrote of the calls that it refused")
          .contains("refused")
          .doesNotContain(SECRET);
      assertThat(Path.of("target/log/diaodu.jsonl"))
          .as("the structured log")
          .content(StandardCharsets.UTF_8)
          .doesNotContain(SECRET);
    } finally {
      guarded.process().destroyForcibly();
    }
  }

  @Test
  void withoutATokenItDoesNotListenElsewhere() throws Exception {
    Process refused = start(Map.of(), "--host", "0.0.0.0", "--port", "0");

    assertThat(new String(refused.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
        .contains("监听0.0.0.0时必须有令牌");
    assertThat(Await.exitCode("the end of a server that may not listen", refused))
        .isEqualTo(Diaodu.USAGE);
  }

  private static Map<Table, Long> versions() {
    Warehouse warehouse = new Warehouse(SharedSpark.session(), night.warehouse().toString());
    Map<Table, Long> versions = new LinkedHashMap<>();
    for (Table table : List.of(Table.OBSERVATIONS, Table.GROWTH, Table.ATTAINMENT)) {
      versions.put(table, warehouse.version(table));
    }
    return versions;
  }

  private static Served serve(Map<String, String> environment, String... more) throws Exception {
    List<String> args = new ArrayList<>(List.of("--port", "0"));
    args.addAll(List.of(more));
    Process process = start(environment, args.toArray(String[]::new));
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    String ready = Await.line("that the server is ready", out);
    assertThat(ready).as("what the server says when it is ready").isNotNull();
    int port = Integer.parseInt(ready.replaceFirst("^.*:(\\d+)  .*$", "$1"));
    return new Served(process, out, ready, port);
  }

  private static Process start(Map<String, String> environment, String... more) throws IOException {
    List<String> main =
        new ArrayList<>(
            List.of(
                Diaodu.class.getName(),
                "serve",
                "--region",
                pack.folder().toString(),
                "--warehouse",
                night.warehouse().toString()));
    main.addAll(List.of(more));
    ProcessBuilder builder = new ProcessBuilder(Java.command(main.toArray(String[]::new)));
    builder.environment().remove("DIAODU_TOKEN");
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static String clientThatFails(String server, String query) throws Exception {
    Process process =
        new ProcessBuilder(Java.clientCommand("docs/examples/QueryFromJava.java", server, query))
            .redirectErrorStream(true)
            .start();
    String text = Await.output("the answer to a client", process);
    assertThat(Await.exitCode("the exit code of a client", process))
        .as("exit code; %s", text)
        .isNotZero();
    return text;
  }

  private static List<String> client(Path source, String... args) throws Exception {
    List<String> main =
        new ArrayList<>(List.of(source.toString(), "sc://127.0.0.1:" + open.port()));
    main.addAll(List.of(args));
    Path errors = folder.resolve("client.err");
    Process process =
        new ProcessBuilder(Java.clientCommand(main.toArray(String[]::new)))
            .redirectError(errors.toFile())
            .start();
    String text = Await.output("the answer to a client", process);
    assertThat(Await.exitCode("the exit code of a client", process))
        .as("exit code; %s", Files.readString(errors))
        .isZero();
    return text.lines().toList();
  }

  /** An address of this machine that is not the loopback; where it has none, the loopback. */
  private static String ownAddress() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> address.isSiteLocalAddress() || !address.isLoopbackAddress())
        .filter(java.net.Inet4Address.class::isInstance)
        .findFirst()
        .orElse(InetAddress.getLoopbackAddress())
        .getHostAddress();
  }
}
