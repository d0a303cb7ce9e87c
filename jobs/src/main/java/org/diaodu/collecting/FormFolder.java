package org.diaodu.collecting;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.diaodu.domain.TimePeriod;
import org.diaodu.form.Form;
import org.diaodu.form.FormBook;
import org.diaodu.region.RegionPack;

/** A folder with the forms of a period and a page that says who gets which. */
public final class FormFolder {
  private static final String INDEX = "index.html";

  private FormFolder() {}

  /**
   * Writes the forms; those of an earlier day go, since who owes nothing any more has none.
   *
   * @return the folder
   */
  public static Path write(RegionPack pack, TimePeriod period, List<Form> forms, Path out)
      throws IOException {
    Path folder = out.resolve("%s-forms-%s".formatted(pack.name(), period));
    Files.createDirectories(folder);
    try (Stream<Path> before = Files.list(folder)) {
      for (Path file : before.filter(f -> f.toString().endsWith(".xlsx")).toList()) {
        Files.delete(file);
      }
    }
    for (Form form : forms) {
      try (OutputStream to = Files.newOutputStream(folder.resolve(form.fileName()))) {
        FormBook.write(form, to);
      }
    }
    Files.writeString(folder.resolve(INDEX), FormIndex.of(pack.nameZh(), period, forms).html());
    return folder;
  }
}
