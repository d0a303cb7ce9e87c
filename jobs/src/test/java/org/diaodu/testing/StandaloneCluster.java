package org.diaodu.testing;

import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Spark's own cluster manager on this machine: a master and workers of one core each, processes of
 * their own, made of the jars that Maven brought. Each worker starts one executor.
 */
public final class StandaloneCluster implements AutoCloseable {
  private final Path home;
  private final int port;
  private final int web;
  private final Process master;
  private final List<Process> workers = new ArrayList<>();

  private StandaloneCluster(Path home, int port, int web) throws IOException {
    this.home = home;
    this.port = port;
    this.web = web;
    this.master =
        start(
            "master",
            "org.apache.spark.deploy.master.Master",
            "--host",
            "127.0.0.1",
            "--port",
            String.valueOf(port),
            "--webui-port",
            String.valueOf(web));
  }

  /** Starts one and waits until its workers have joined. */
  public static StandaloneCluster started(Path home, int workers)
      throws IOException, InterruptedException {
    Path jars = Files.createDirectories(home.resolve("jars"));
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path jar = Path.of(entry).toAbsolutePath();
      if (jar.toString().endsWith(".jar")) {
        Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar);
      }
    }
    StandaloneCluster cluster = new StandaloneCluster(home, Ports.free(), Ports.free());
    try {
      for (int worker = 1; worker <= workers; worker++) {
        cluster.workers.add(
            cluster.start(
                "worker-" + worker,
                "org.apache.spark.deploy.worker.Worker",
                "--host",
                "127.0.0.1",
                "--cores",
                "1",
                "--memory",
                "2g",
                "--webui-port",
                "0",
                "--work-dir",
                home.resolve("work-" + worker).toString(),
                cluster.url()));
      }
      cluster.awaitWorkers();
      return cluster;
    } catch (IOException | InterruptedException | RuntimeException | Error failure) {
      cluster.close();
      throw failure;
    }
  }

  /** What {@code --master} is to be. */
  public String url() {
    return "spark://127.0.0.1:" + port;
  }

  /**
   * Properties of the Java of a driver: executors of one core on every worker, with our classes.
   *
   * @param memory heap of an executor, such as {@code 1g}
   */
  public List<String> driverProperties(String memory) {
    String classes =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.endsWith(".jar"))
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator));
    Map<String, String> settings = new TreeMap<>();
    settings.put("spark.executor.extraClassPath", classes);
    settings.put(
        "spark.executor.extraJavaOptions",
        Java.options().stream().map("\"%s\""::formatted).collect(Collectors.joining(" ")));
    settings.put("spark.executor.cores", "1");
    settings.put("spark.executor.memory", memory);
    settings.put("spark.scheduler.minRegisteredResourcesRatio", "1.0");
    settings.put("spark.scheduler.maxRegisteredResourcesWaitingTime", "60s");
    return settings.entrySet().stream().map(e -> "-D" + e.getKey() + "=" + e.getValue()).toList();
  }

  /** Kills a worker and its executor with SIGKILL, as when its machine loses its power. */
  public void kill(int worker) {
    kill(workers.get(worker));
  }

  @Override
  public void close() {
    workers.forEach(StandaloneCluster::kill);
    kill(master);
  }

  private static void kill(Process process) {
    List<ProcessHandle> executors = process.descendants().toList();
    process.destroyForcibly();
    executors.forEach(ProcessHandle::destroyForcibly);
  }

  private Process start(String name, String... main) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(Java.command(main))
            .redirectErrorStream(true)
            .redirectOutput(home.resolve(name + ".log").toFile());
    builder.environment().put("SPARK_HOME", home.toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    return builder.start();
  }

  /** Asks the master until all workers have joined it. */
  private void awaitWorkers() throws IOException, InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/json/".formatted(web))).build();
    Pattern all = Pattern.compile("\"aliveworkers\"\\s*:\\s*%d\\b".formatted(workers.size()));
    Await.until(
        "%d workers of the cluster in %s".formatted(workers.size(), home),
        () -> {
          try {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
          } catch (ConnectException notYet) {
            return notYet.toString();
          }
        },
        answer -> all.matcher(answer).find());
  }
}
