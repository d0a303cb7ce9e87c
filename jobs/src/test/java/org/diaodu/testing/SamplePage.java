package org.diaodu.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.diaodu.page.DocumentPage;
import org.diaodu.region.RegionPack;

/** A page with something of everything: areas, lights, a course, an interval, shares, problems. */
public final class SamplePage {
  private SamplePage() {}

  /** Written below a folder; one of its figures is simulated. */
  public static Path write(Path folder) throws IOException {
    return write(folder, core(Packs.THREELANDS, folder.resolve("pack")).read());
  }

  /** Of another pack. */
  public static Path write(Path folder, RegionPack pack) throws IOException {
    return Files.writeString(folder.resolve("bulletin.html"), html(pack));
  }

  /** A copy of a pack in which retail sales are a core series. */
  public static PackCopy core(Path pack, Path copy) throws IOException {
    return new PackCopy(pack, copy)
        .edit("region.yaml", "time_zone:", "core_indicators: [retail_sales]\ntime_zone:");
  }

  private static String html(RegionPack pack) {
    return DocumentPage.html(
        BulletinFixture.traced(
            new BulletinFixture(pack)
                .retailBefore("2024-04", "T00", "70", "6.2")
                .retailBefore("2024-05", "T00", "88", "6.6")
                .retail("T00", "107", "7", null)
                .retail("T01", "55.2", "10.4", "1", "contribution_pp", "5.2")
                .retail("T02", "31.5", "5", "2", "provenance", "simulated")
                .judged(
                    "X-1",
                    "T00",
                    "7",
                    "6",
                    "green",
                    "实际7.0%，要求不低于6.0%，已达到",
                    "projected",
                    "7.1",
                    "projected_low",
                    "6.4",
                    "projected_high",
                    "7.8",
                    "probability",
                    "97")
                .judged("X-1", "T01", "10.4", "6", "green", "实际10.4%，要求不低于6.0%，已达到")
                .judged("X-1", "T02", "5", "6", "yellow", "实际5.0%，要求不低于6.0%，未达到")
                .judged("X-2", "T00", "5.2", "7", "red", "实际5.2%，要求不低于7.0%，未达到")
                .shareBefore("2023-Q4", "50.1")
                .shareBefore("2024-Q1", "51.2")
                .share("51.588785", "1.588785")
                .problem("X-2", "T00", "实际4.9%，要求不低于7.0%，未达到")
                .owes("T02", "retail_sales", "2024-06", "5")
                .overall()));
  }
}
