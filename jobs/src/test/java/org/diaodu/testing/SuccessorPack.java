package org.diaodu.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A copy of the pack of three lands in which areas end and begin. */
public final class SuccessorPack {
  private SuccessorPack() {}

  /** T03 丙县 ends with 2023, and T04 丙市 succeeds it. */
  public static PackCopy of(Path folder) throws IOException {
    return of(
        folder, "T03", "2023-12-31", "T04,丙市,Bing City,T00,county,false,true,,2024-01-01,,T03");
  }

  /**
   * One area ends and others may begin.
   *
   * @param ending code of the area that ends
   * @param lastDay its last day
   * @param beginning lines of {@code areas.csv}, with {@code succeeds} as their last column
   */
  public static PackCopy of(Path folder, String ending, String lastDay, String... beginning)
      throws IOException {
    PackCopy pack = new PackCopy(Packs.THREELANDS, folder.resolve("pack"));
    StringBuilder areas = new StringBuilder();
    for (String line : Files.readAllLines(pack.folder().resolve("areas.csv"))) {
      String kept =
          line.startsWith("ref_area")
              ? line + ",succeeds"
              : line.startsWith(ending + ",") ? line + lastDay + "," : line + ",";
      areas.append(kept).append('\n');
    }
    Files.writeString(pack.folder().resolve("areas.csv"), areas);
    return pack.add("areas.csv", beginning);
  }
}
