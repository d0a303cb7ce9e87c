package org.diaodu.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.diaodu.region.PackReader;
import org.diaodu.region.RegionPack;

/** A copy of a pack that a test may change. */
public final class PackCopy {
  private final Path folder;

  /** A copy of {@code original} in {@code folder}. */
  public PackCopy(Path original, Path folder) throws IOException {
    this.folder = folder;
    Folders.copy(original, folder);
  }

  /** Where it is. */
  public Path folder() {
    return folder;
  }

  /** Puts one text in the place of another that must be there. */
  public PackCopy edit(String file, String old, String now) throws IOException {
    String text = Files.readString(folder.resolve(file));
    if (!text.contains(old)) {
      throw new AssertionError("%s does not have: %s".formatted(file, old));
    }
    Files.writeString(folder.resolve(file), text.replace(old, now));
    return this;
  }

  /** Adds lines at the end of a file. */
  public PackCopy add(String file, String... lines) throws IOException {
    String text = Files.readString(folder.resolve(file)).stripTrailing();
    Files.writeString(folder.resolve(file), text + "\n" + String.join("\n", lines) + "\n");
    return this;
  }

  /** The pack as it now reads. */
  public RegionPack read() {
    return PackReader.read(folder);
  }
}
