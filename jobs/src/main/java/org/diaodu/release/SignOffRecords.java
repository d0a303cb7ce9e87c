package org.diaodu.release;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.diaodu.domain.TimePeriod;
import org.diaodu.files.PutIfAbsent;

/**
 * The steps of the sign-off of a period, one JSON file each below {@code _sign-off/} of a
 * warehouse. Each names the SHA-256 of the one before it, so that none but the newest can be
 * changed or taken out unnoticed. The open end is not protected: whoever may write to the warehouse
 * can change or remove the newest step until the next one follows. At publication the SHA-256 of
 * the signature is {@link #last kept} in the release itself, which is sealed.
 */
final class SignOffRecords {
  private static final String FOLDER = "_sign-off";
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private final Configuration hadoop;
  private final FileSystem files;
  private final Path folder;
  private final TimePeriod period;

  /** Those of a period in the warehouse at {@code root}. */
  SignOffRecords(Configuration hadoop, String root, TimePeriod period) {
    this.hadoop = hadoop;
    this.period = period;
    this.folder = new Path(root, FOLDER + "/" + period);
    try {
      this.files = folder.getFileSystem(hadoop);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot reach the warehouse at " + root, e);
    }
  }

  /**
   * What was changed in the records of a warehouse, in sentences; or nothing.
   *
   * @param released of each release that was signed the SHA-256 of the last step before it, by the
   *     period
   */
  static List<String> faults(
      Configuration hadoop, String root, Map<TimePeriod, Set<String>> released) {
    Set<TimePeriod> periods = new TreeSet<>(Comparator.comparing(TimePeriod::toString));
    periods.addAll(released.keySet());
    periods.addAll(periods(hadoop, root));
    return periods.stream()
        .flatMap(
            period ->
                new SignOffRecords(hadoop, root, period)
                    .faults(released.getOrDefault(period, Set.of())).stream())
        .toList();
  }

  private static List<TimePeriod> periods(Configuration hadoop, String root) {
    Path all = new Path(root, FOLDER);
    try {
      FileSystem files = all.getFileSystem(hadoop);
      return files.exists(all)
          ? Arrays.stream(files.listStatus(all))
              .flatMap(folder -> TimePeriod.parse(folder.getPath().getName()).stream())
              .toList()
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the records in " + all, e);
    }
  }

  private List<String> faults(Set<String> released) {
    try {
      steps();
      Set<String> kept =
          inOrder().stream().map(this::content).map(DocumentFiles::sha256).collect(toSet());
      return kept.containsAll(released)
          ? List.of()
          : List.of("%s发布时所依据的签发记录被改过或不见了。请用备份恢复".formatted(period));
    } catch (SignOffRefusedException changed) {
      return List.of(changed.getMessage());
    } catch (UncheckedIOException unreadable) {
      // One of them is no reason to leave all others unseen.
      String why = Objects.toString(unreadable.getCause().getMessage(), "");
      return List.of("%s的签发记录读不了：%s。请用备份恢复".formatted(period, why.lines().findFirst().orElse("")));
    }
  }

  /** SHA-256 of the newest step; empty where there is none. */
  String last() {
    List<Path> all = inOrder();
    return all.isEmpty() ? "" : DocumentFiles.sha256(content(all.get(all.size() - 1)));
  }

  /**
   * All steps, oldest first.
   *
   * @throws SignOffRefusedException where one is not what the next one names
   */
  List<SignOffStep> steps() {
    List<SignOffStep> steps = new ArrayList<>();
    String previous = "";
    for (Path file : inOrder()) {
      byte[] content = content(file);
      SignOffStep step = parsed(file, content);
      if (!step.previous().equals(previous)) {
        throw new SignOffRefusedException(
            "%s的签发记录在 %s 之前被改过或少了一步。请用备份恢复".formatted(period, file.getName()));
      }
      steps.add(step);
      previous = DocumentFiles.sha256(content);
    }
    return steps;
  }

  /**
   * Adds a step.
   *
   * @param after how many there were when it was decided on
   * @throws SignOffRefusedException where somebody else has done one since
   */
  void add(SignOffStep step, int after) {
    List<Path> before = inOrder();
    if (before.size() != after) {
      throw takenMeanwhile();
    }
    SignOffStep chained =
        new SignOffStep(
            step.kind(),
            step.by(),
            step.at(),
            step.asOf(),
            step.content(),
            step.verdicts(),
            step.said(),
            last());
    Path file = new Path(folder, "%04d.json".formatted(after + 1));
    Path beside = new Path(folder, ".%04d.%s.part".formatted(after + 1, step.kind()));
    try {
      files.mkdirs(folder);
      PutIfAbsent.write(files, file, beside, JSON.writeValueAsBytes(chained), hadoop);
    } catch (FileAlreadyExistsException taken) {
      throw takenMeanwhile();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }

  private SignOffRefusedException takenMeanwhile() {
    return new SignOffRefusedException("%s的签发记录刚被别人改动，请再试一次".formatted(period));
  }

  private List<Path> inOrder() {
    try {
      if (!files.exists(folder)) {
        return List.of();
      }
      return Arrays.stream(files.listStatus(folder))
          .map(FileStatus::getPath)
          .filter(path -> path.getName().matches("\\d{4}\\.json"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the records in " + folder, e);
    }
  }

  private byte[] content(Path file) {
    try (InputStream in = files.open(file)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  private static SignOffStep parsed(Path file, byte[] content) {
    try {
      return JSON.readValue(content, SignOffStep.class);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot read the record " + file, new IOException(file.getName() + " 不是签发记录", e));
    }
  }

  /** SHA-256 of what documents say, by what its parts hold. */
  static String hash(List<?> said) {
    try {
      return DocumentFiles.sha256(JSON.writeValueAsBytes(said));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write what the documents say", e);
    }
  }
}
