package org.diaodu.starter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.diaodu.region.InvalidPackException;
import org.diaodu.region.PackReader;
import org.diaodu.region.RegionPack;

/** The folder of a new pack, which is there whole and sound, or not at all. */
public final class NewPackFolder {
  private NewPackFolder() {}

  /**
   * Writes a pack and reads it back.
   *
   * @param folder where it is to stand; not there yet
   * @param files text by name
   * @return the pack as it reads
   * @throws InvalidPackException with every fault, where what was said makes no sound pack; then
   *     nothing is left behind
   */
  public static RegionPack write(Path folder, Map<String, String> files) {
    try {
      Path parent = folder.toAbsolutePath().getParent();
      Files.createDirectories(parent);
      Path draft = parent.resolve("." + folder.getFileName() + ".new");
      delete(draft);
      Files.createDirectory(draft);
      try {
        for (Map.Entry<String, String> file : files.entrySet()) {
          Files.writeString(draft.resolve(file.getKey()), file.getValue());
        }
        PackReader.read(draft);
        Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        delete(draft);
      }
      return PackReader.read(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + folder, e);
    }
  }

  private static void delete(Path draft) throws IOException {
    if (Files.isDirectory(draft)) {
      try (var files = Files.list(draft)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(draft);
    }
  }
}
