package org.diaodu.cli;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The files of the repository that {@code jobs/src/assembly/installation.xml} packs, by name in the
 * installation, with their modes; what the build makes ({@code lib/}) is left out.
 */
final class PackedFiles {
  private static final Path DESCRIPTOR = Path.of("jobs/src/assembly/installation.xml");

  private PackedFiles() {}

  static Map<String, String> modesByName() throws Exception {
    Document descriptor =
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(DESCRIPTOR.toFile());
    Map<String, String> packed = new HashMap<>();
    for (Element set : children(descriptor.getDocumentElement(), "fileSet")) {
      String directory = text(set, "directory");
      if (!directory.startsWith("$")) {
        for (String name : names(Path.of(directory), set)) {
          Path target = Path.of(text(set, "outputDirectory").replaceFirst("^/", "")).resolve(name);
          packed.put(target.toString(), text(set, "fileMode"));
        }
      }
    }
    return packed;
  }

  private static List<String> names(Path directory, Element set) throws IOException {
    List<PathMatcher> includes = patterns(set, "include");
    List<PathMatcher> excludes = patterns(set, "exclude");
    // The build's own output is below the repository, too.
    try (Stream<Path> files =
        Files.walk(directory).filter(file -> !file.normalize().startsWith("target"))) {
      return files
          .filter(Files::isRegularFile)
          .map(directory::relativize)
          .filter(file -> includes.isEmpty() || includes.stream().anyMatch(p -> p.matches(file)))
          .filter(file -> excludes.stream().noneMatch(p -> p.matches(file)))
          .map(Path::toString)
          .toList();
    }
  }

  private static List<PathMatcher> patterns(Element set, String tag) {
    return children(set, tag).stream()
        .map(pattern -> FileSystems.getDefault().getPathMatcher("glob:" + pattern.getTextContent()))
        .toList();
  }

  private static String text(Element element, String tag) {
    return children(element, tag).get(0).getTextContent();
  }

  private static List<Element> children(Element element, String tag) {
    NodeList found = element.getElementsByTagName(tag);
    List<Element> children = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      children.add((Element) found.item(i));
    }
    return children;
  }
}
