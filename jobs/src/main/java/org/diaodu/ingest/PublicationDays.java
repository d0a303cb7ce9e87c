package org.diaodu.ingest;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.diaodu.region.PackFault;
import org.diaodu.region.YamlNode;
import org.diaodu.text.WrittenDay;

/**
 * The days on which files were published that do not say it themselves, such as yearbooks: {@code
 * release.yaml} in their folder or one above has a line for each of them, or for several by a
 * pattern. The nearest folder whose file names them counts, in it the first line that does.
 */
final class PublicationDays {
  /** Name of the file; it is no data. */
  static final String NAME = "release.yaml";

  /** Why a file waits whose day stands in one that cannot be used. */
  static final String WAITS = "它的发布日期写在%s里，那个文件有错。请改正后再收".formatted(NAME);

  /** A line: which files, and their day. */
  private record Line(String files, LocalDate day) {}

  private final Map<Path, List<Line>> lines = new HashMap<>();
  private final Map<Path, String> faults = new HashMap<>();

  private PublicationDays() {}

  /** What the files of this name say, each of its own folder and those below. */
  static PublicationDays of(Collection<Path> files) {
    PublicationDays days = new PublicationDays();
    files.forEach(days::read);
    return days;
  }

  /** What such files say of one file, in its folder and those above it up to a root. */
  static PublicationDays above(Path file, Path root) {
    List<Path> files = new ArrayList<>();
    for (Path folder = file.getParent();
        folder != null && folder.startsWith(root);
        folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve(NAME))) {
        files.add(folder.resolve(NAME));
      }
    }
    return of(files);
  }

  /** Why a file cannot be used, by its path; what it would speak of must wait. */
  Map<Path, String> faults() {
    return faults;
  }

  /** Whether a file lies where one that cannot be used may speak of it. */
  boolean mustWait(Path file) {
    return faults.keySet().stream().anyMatch(faulty -> file.startsWith(faulty.getParent()));
  }

  /** The day on which a file was published; empty where no line is about it. */
  Optional<LocalDate> of(Path file) {
    for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
      for (Line line : lines.getOrDefault(folder, List.of())) {
        if (isAbout(line.files, folder, file)) {
          return Optional.of(line.day);
        }
      }
    }
    return Optional.empty();
  }

  /** A name is one at any depth below; with a slash it is a path. */
  private static boolean isAbout(String files, Path folder, Path file) {
    Path place = files.contains("/") ? folder.relativize(file) : file.getFileName();
    return place.toString().equals(files)
        || FileSystems.getDefault().getPathMatcher("glob:" + files).matches(place);
  }

  private void read(Path path) {
    List<PackFault> found = new ArrayList<>();
    List<Line> read = new ArrayList<>();
    try {
      YamlNode root = YamlNode.of(NAME, Files.readString(path), found);
      if (!root.isMapping()) {
        root.fault("没有一行“文件名: 日期”", "请写成“2023年鉴.xls: 2023-12-01”的样子");
      }
      root.entries().forEach((files, day) -> line(files, day, read));
    } catch (IOException e) {
      found.add(new PackFault(NAME, 0, LandingPaths.why(e), ""));
    }
    if (found.isEmpty()) {
      lines.put(path.getParent(), read);
    } else {
      faults.put(path, found.stream().map(PackFault::toString).collect(Collectors.joining("；")));
    }
  }

  private static void line(String files, YamlNode day, List<Line> read) {
    Optional<LocalDate> published = WrittenDay.of(day.text());
    if (published.isEmpty()) {
      day.fault("“%s”不是日期".formatted(day.text()), "请写成2023-12-01的样子");
      return;
    }
    try {
      FileSystems.getDefault().getPathMatcher("glob:" + files);
      read.add(new Line(files, published.get()));
    } catch (PatternSyntaxException e) {
      day.fault("“%s”不是文件名或通配符".formatted(files), "请写文件名，或“*.xls”的样子");
    }
  }
}
