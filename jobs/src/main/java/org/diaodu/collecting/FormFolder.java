package org.diaodu.collecting;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.diaodu.domain.TimePeriod;
import org.diaodu.form.Form;
import org.diaodu.form.FormBook;
import org.diaodu.region.RegionPack;

/** A folder with the forms of a period and a page that says who gets which. */
public final class FormFolder {
  private static final String INDEX = "index.html";

  /** A form in the index, as {@code forms/index.html.peb} names it; never a path. */
  private static final Pattern NAME =
      Pattern.compile("<a href=\"[^\"]*\">([^<>/\\\\]+\\.xlsx)</a>");

  private FormFolder() {}

  /**
   * Writes the forms; those of an earlier day go, since who owes nothing any more has none. What
   * somebody else put there stays.
   *
   * @return the folder
   */
  public static Path write(RegionPack pack, TimePeriod period, List<Form> forms, Path out)
      throws IOException {
    Path folder = out.resolve("%s-forms-%s".formatted(pack.name(), period));
    Files.createDirectories(folder);
    for (String name : writtenBefore(folder)) {
      Files.deleteIfExists(folder.resolve(name));
    }
    for (Form form : forms) {
      try (OutputStream to = Files.newOutputStream(folder.resolve(form.fileName()))) {
        FormBook.write(form, to);
      }
    }
    Files.writeString(folder.resolve(INDEX), FormIndex.of(pack.nameZh(), period, forms).html());
    return folder;
  }

  /** The names of the forms that the index of an earlier day tells of. */
  private static List<String> writtenBefore(Path folder) throws IOException {
    Path index = folder.resolve(INDEX);
    return Files.exists(index)
        ? NAME.matcher(Files.readString(index)).results().map(name -> name.group(1)).toList()
        : List.of();
  }
}
