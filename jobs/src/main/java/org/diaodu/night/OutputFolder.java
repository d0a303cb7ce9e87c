package org.diaodu.night;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.diaodu.files.NewFile;

/**
 * The folder for documents of one region. Senders of two regions may send files of the same name,
 * so where two regions are given one folder, it is that of the first, and the second has a folder
 * of its own in it: no feedback lies in the other's place.
 */
final class OutputFolder {
  private static final String CLAIM = ".region";

  private OutputFolder() {}

  /**
   * Where the documents of a region go.
   *
   * @param out the folder that was given
   * @param region code of the area that is the whole of the region
   */
  static Path of(Path out, String region) {
    Path claim = out.resolve(CLAIM);
    try {
      Files.createDirectories(out);
      Files.writeString(claim, region, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
      return out;
    } catch (FileAlreadyExistsException claimed) {
      return first(claim).equals(region) ? out : out.resolve(region);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write to " + out, e);
    }
  }

  private static String first(Path claim) {
    try {
      return NewFile.text(claim).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + claim, e);
    }
  }
}
