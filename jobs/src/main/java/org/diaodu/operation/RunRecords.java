package org.diaodu.operation;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The records of runs, one JSON file each below {@code _runs/} of a warehouse. */
public final class RunRecords {
  private static final Logger LOG = LoggerFactory.getLogger(RunRecords.class);
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private final FileSystem files;
  private final Path folder;

  /** Those of the warehouse at {@code root}. */
  public RunRecords(Configuration hadoop, String root) {
    this.folder = new Path(root, "_runs");
    try {
      this.files = folder.getFileSystem(hadoop);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot reach the warehouse at " + root, e);
    }
  }

  /** As it stands in its file. */
  public static String json(RunRecord record) {
    try {
      return JSON.writeValueAsString(record);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the record of " + record.runId(), e);
    }
  }

  /** Writes a record; it is there wholly or not at all. */
  public void write(RunRecord record) {
    Path file = new Path(folder, record.runId() + ".json");
    Path beside = new Path(folder, "." + record.runId() + ".part");
    try {
      files.mkdirs(folder);
      try (OutputStream out = files.create(beside, true)) {
        out.write(json(record).getBytes(java.nio.charset.StandardCharsets.UTF_8));
      }
      if (!files.rename(beside, file)) {
        throw new IOException("cannot rename " + beside.getName());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }

  /**
   * The newest records, newest first.
   *
   * @param most how many
   */
  public List<RunRecord> newest(int most) {
    List<RunRecord> records = new ArrayList<>();
    for (Path file : newestFirst()) {
      if (records.size() == most) {
        break;
      }
      try (InputStream in = files.open(file)) {
        records.add(JSON.readValue(in, RunRecord.class));
      } catch (IOException unreadable) {
        LOG.warn("运行记录 {} 读不懂，略过。原因：{}", file, unreadable.getMessage());
      }
    }
    return records;
  }

  /** Whether a run is on record as one that published, and so told what. */
  public boolean isPublished(String runId) {
    Path file = new Path(folder, runId + ".json");
    try {
      if (!files.exists(file)) {
        return false;
      }
      try (InputStream in = files.open(file)) {
        return JSON.readValue(in, RunRecord.class).status() == RunRecord.Status.published;
      }
    } catch (IOException unreadable) {
      LOG.warn("运行记录 {} 读不懂，当作没有。原因：{}", file, unreadable.getMessage());
      return false;
    }
  }

  /** By their names, which begin with the time. */
  private List<Path> newestFirst() {
    try {
      if (!files.exists(folder)) {
        return List.of();
      }
      return Arrays.stream(files.listStatus(folder))
          .map(FileStatus::getPath)
          .filter(path -> path.getName().matches("\\d{8}T.*\\.json"))
          .sorted(Comparator.comparing(Path::getName).reversed())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the records in " + folder, e);
    }
  }
}
