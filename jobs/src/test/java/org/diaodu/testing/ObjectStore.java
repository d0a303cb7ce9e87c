package org.diaodu.testing;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server that speaks S3, a process of its own on this machine, with one bucket. */
public final class ObjectStore implements AutoCloseable {
  private static final Path PROGRAM = Path.of("target/object-store/s3mock.jar");
  private static final String BUCKET = "bureau";
  private static final int SECONDS = 60;

  private final int port;
  private final Process process;

  private ObjectStore(int port, Process process) {
    this.port = port;
    this.process = process;
  }

  /** Starts one that keeps its objects below a folder. */
  public static ObjectStore started(Path folder) throws IOException, InterruptedException {
    int port = Ports.free();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                PROGRAM.toAbsolutePath().toString(),
                "--com.adobe.testing.s3mock.httpPort=" + port,
                "--server.port=0",
                "--com.adobe.testing.s3mock.store.root="
                    + Files.createDirectories(folder.resolve("objects")),
                "--com.adobe.testing.s3mock.store.initialBuckets=" + BUCKET)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("object-store.log").toFile())
            .start();
    ObjectStore store = new ObjectStore(port, process);
    try {
      store.await();
      return store;
    } catch (IOException | InterruptedException | RuntimeException | Error failure) {
      store.close();
      throw failure;
    }
  }

  /** A folder of the bucket. */
  public String folder(String name) {
    return "s3a://" + BUCKET + "/" + name;
  }

  /** How Hadoop reaches it. */
  public Map<String, String> settings() {
    return Map.of(
        "fs.s3a.endpoint", address(),
        "fs.s3a.endpoint.region", "us-east-1",
        "fs.s3a.path.style.access", "true",
        "fs.s3a.connection.ssl.enabled", "false",
        "fs.s3a.aws.credentials.provider", "org.apache.hadoop.fs.s3a.SimpleAWSCredentialsProvider",
        "fs.s3a.access.key", "anybody",
        "fs.s3a.secret.key", "anything");
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void await() throws IOException, InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest list = HttpRequest.newBuilder(URI.create(address())).build();
    Await.until(
        "the bucket " + BUCKET + " of the object store; its log is object-store.log",
        () -> {
          if (!process.isAlive()) {
            throw new IllegalStateException("The object store ended: " + process.exitValue());
          }
          try {
            return client.send(list, HttpResponse.BodyHandlers.ofString()).body();
          } catch (ConnectException notYet) {
            return notYet.toString();
          }
        },
        answer -> answer.contains(BUCKET));
  }

  private String address() {
    return "http://127.0.0.1:" + port;
  }
}
