package org.diaodu.cli;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.diaodu.contract.Table;
import org.diaodu.lint.SuppressForbidden;
import org.diaodu.published.PublishedTables;
import org.diaodu.region.RegionPack;
import org.diaodu.server.RemoteCheck;
import org.diaodu.server.RemoteFailureException;
import org.diaodu.server.RemoteServer;
import org.diaodu.server.Token;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code diaodu serve}: lets remote clients query what the newest finished run published. */
@Command(
    name = "serve",
    description = "供远程客户端（Spark Connect）查询已发布的表。只读。收到 SIGTERM 或 SIGINT 时停止。",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private SparkOptions spark;
  @Mixin private PublishedOptions published;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "监听的地址；不是本机回环地址时必须有令牌。传输不加密，见 docs/remote-access.md")
  private String host;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "15002",
      description = "监听的端口；0为任选一个空闲的")
  private int port;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "存放令牌的文件，权限须为600；也可用环境变量 DIAODU_TOKEN")
  private Path tokenFile;

  @Option(
      names = "--max-result",
      paramLabel = "SIZE",
      defaultValue = "256m",
      description = "一次查询的结果最大多少，如 256m")
  private String maxResult;

  @Option(
      names = "--time-limit",
      paramLabel = "SECONDS",
      defaultValue = "300",
      description = "一次查询最长多少秒")
  private int timeLimit;

  @Option(
      names = "--grace",
      paramLabel = "SECONDS",
      defaultValue = "20",
      description = "停止时，还在运行的查询最多再等多少秒")
  private int grace;

  @Option(names = "--check", description = "不启动，只查问已启动的服务是否正常：正常退出码为0，否则为1")
  private boolean check;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Token token = TokenSource.read(tokenFile);
    return check ? check(token) : serve(token);
  }

  private int serve(Token token) throws IOException, InterruptedException {
    if (!isLoopback() && !token.required()) {
      throw new UsageException(
          "监听%s时必须有令牌：用 --token-file 指定文件，或设置环境变量 DIAODU_TOKEN".formatted(host));
    }
    RegionPack pack = published.pack();
    try (SparkSession session = spark.open(RemoteServer.settings(host, port, maxResult))) {
      String warehouse = spark.warehouse();
      PublishedTables now = published.tables(session, warehouse, pack);
      RemoteServer server =
          RemoteServer.start(
              session,
              () -> published.tables(session, warehouse, pack),
              token,
              Duration.ofSeconds(timeLimit),
              line -> spec.commandLine().getErr().println(line));
      spec.commandLine()
          .getOut()
          .printf(
              "已就绪：sc://%s:%d  清单 %d  数据截至 %s  表 %d 张  %s%n",
              host,
              server.port(),
              now.manifest().number(),
              now.asOf(),
              Table.values().length,
              published.embargoed() ? "含未到发布时间的数据" : "不含未到发布时间的数据");
      if (!server.awaitEnd()) {
        spec.commandLine().getErr().println("所有查询都停住了，无法解除：退出，以便重新启动");
        halt();
      }
      server.stop(Duration.ofSeconds(grace));
      spec.commandLine().getOut().println("已停止");
      return Diaodu.DONE;
    } catch (RemoteFailureException e) {
      spec.commandLine().getErr().println("没有启动：试着查询时没有得到结果：" + e.getMessage());
      return Diaodu.FAILED;
    } catch (BindException e) {
      throw new UsageException(
          "不能监听 %s:%d：端口已被占用，或者本机没有这个地址。请换 --port 或 --host".formatted(host, port));
    }
  }

  @SuppressForbidden("Spark's own end would wait for the tasks that stand still")
  private static void halt() {
    Runtime.getRuntime().halt(Diaodu.FAILED);
  }

  private int check(Token token) {
    try {
      RemoteCheck.require(host, port, token, Duration.ofSeconds(30));
      spec.commandLine().getOut().println("正常：sc://%s:%d".formatted(host, port));
      return Diaodu.DONE;
    } catch (RemoteFailureException e) {
      spec.commandLine()
          .getErr()
          .println("不正常：sc://%s:%d：%s".formatted(host, port, e.getMessage()));
      return Diaodu.FAILED;
    }
  }

  private boolean isLoopback() {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new UsageException("找不到地址：" + host);
    }
  }
}
