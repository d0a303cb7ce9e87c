package org.diaodu.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.diaodu.files.LedgerFile;

/**
 * The data files below a landing folder, and whatever else lies there and is not read, with the
 * reason. Nothing is opened, so a pipe or a device cannot hold up the night.
 */
final class LandingPaths extends SimpleFileVisitor<Path> {
  /** Characters that are not seen, turn the writing round, or stand for one that was lost. */
  private static final Pattern NOT_SEEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\uFFFD]");

  private final Path folder;
  private final List<Path> files = new ArrayList<>();
  private final List<Path> releases = new ArrayList<>();
  private final SortedMap<String, String> notRead = new TreeMap<>();

  private LandingPaths(Path folder) {
    this.folder = folder;
  }

  /** What lies below a folder, which may itself be a symbolic link. */
  static LandingPaths below(Path folder) {
    try {
      LandingPaths paths = new LandingPaths(folder.toRealPath());
      Files.walkFileTree(paths.folder, paths);
      return paths;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the landing folder " + folder, e);
    }
  }

  /** The data files, in the order of their paths. */
  List<Path> files() {
    return files.stream().sorted().toList();
  }

  /** The files that say when others were published. */
  List<Path> releases() {
    return releases.stream().sorted().toList();
  }

  /** Why something is not read, in Chinese, by its name as it may be shown. */
  SortedMap<String, String> notRead() {
    return notRead;
  }

  /** Path below the folder, with {@code /}. */
  String name(Path path) {
    return name(folder, path);
  }

  /** Path below a folder, with {@code /}. */
  static String name(Path folder, Path path) {
    return StreamSupport.stream(folder.relativize(path).spliterator(), false)
        .map(Path::toString)
        .collect(Collectors.joining("/"));
  }

  @Override
  public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes file) {
    boolean hidden = !path.equals(folder) && path.getFileName().toString().startsWith(".");
    return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path path, BasicFileAttributes file) {
    String last = path.getFileName().toString();
    if (!last.startsWith(".") && !last.startsWith("README") && !isLedger(path)) {
      Optional<String> reason = whyNot(path, file);
      List<Path> of = last.equals(PublicationDays.NAME) ? releases : files;
      reason.ifPresentOrElse(why -> leave(path, why), () -> of.add(path));
    }
    return FileVisitResult.CONTINUE;
  }

  private boolean isLedger(Path path) {
    return folder.equals(path.getParent()) && LedgerFile.isLedger(path.getFileName().toString());
  }

  /** What was there a moment ago and is gone was taken away again; the rest is told. */
  @Override
  public FileVisitResult visitFileFailed(Path path, IOException failure) throws IOException {
    if (path.equals(folder)) {
      throw failure;
    }
    if (!(failure instanceof NoSuchFileException)) {
      leave(path, why(failure));
    }
    return FileVisitResult.CONTINUE;
  }

  /** Leaves a file unread. */
  void leave(Path path, String why) {
    notRead.put(NOT_SEEN.matcher(name(path)).replaceAll("?"), why);
  }

  /** Why a file could not be opened or looked at. */
  static String why(IOException failure) {
    return failure instanceof AccessDeniedException
        ? "没有读取权限。请改正权限"
        : "读取出错（%s）。请检查磁盘和权限".formatted(failure.getMessage());
  }

  private Optional<String> whyNot(Path path, BasicFileAttributes file) {
    if (NOT_SEEN.matcher(name(path)).find()) {
      return Optional.of("文件名里有控制字符或无法识别的字符。请改名");
    }
    if (file.isSymbolicLink()) {
      return whyNotFollowed(path);
    }
    return file.isRegularFile() ? Optional.empty() : Optional.of("不是普通文件（管道、套接字或设备），没有打开。请移走");
  }

  private Optional<String> whyNotFollowed(Path link) {
    try {
      Path target = link.toRealPath();
      if (!target.startsWith(folder)) {
        return Optional.of("符号链接指向收件目录之外，没有打开。请放入文件本身");
      }
      return Files.isRegularFile(target)
          ? Optional.empty()
          : Optional.of("符号链接指向的不是普通文件，没有打开。请放入文件本身");
    } catch (IOException leadsNowhere) {
      return Optional.of("符号链接指向的文件不存在。请放入文件本身");
    }
  }
}
