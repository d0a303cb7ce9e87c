package org.diaodu.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What happens to a pack when the year turns. */
public final class PlanYears {
  private PlanYears() {}

  /** The pack of three invented areas with its plan of 2024, and one of 2025. */
  public static PackCopy of2024And2025(Path folder) throws IOException {
    PackCopy pack = new PackCopy(Packs.THREELANDS, folder.resolve("pack"));
    turn(pack);
    return pack;
  }

  /**
   * The plan of 2024 moves to a folder of its own, and beside it there is one of 2025: retail sales
   * of the whole are to grow by 7 %.
   */
  public static void turn(PackCopy pack) throws IOException {
    Path before = Files.createDirectories(pack.folder().resolve("plans/2024"));
    Path now = Files.createDirectories(pack.folder().resolve("plans/2025"));
    String header = Files.readAllLines(pack.folder().resolve("targets.csv")).get(0);
    for (String file : List.of("targets.csv", "calendar.csv", "policy.yaml")) {
      Files.move(pack.folder().resolve(file), before.resolve(file));
    }
    pack.edit("region.yaml", "plan_year: 2024", "plan_year: 2025");
    Files.writeString(
        now.resolve("targets.csv"),
        header
            + "\nY-1,0,试验行动,1,retail_sales,社零增速,quantified,growth_yoy,>=,7,%,,,T00,t_office,,,"
            + "2025-12-31,,测试\n");
    Files.writeString(
        now.resolve("calendar.csv"),
        """
        indicator,freq,time_period,due_date,expected,note
        retail_sales,M,2025-01,2025-02-20,true,
        retail_sales,M,2025-02,2025-03-20,true,
        """);
    Files.writeString(
        now.resolve("policy.yaml"),
        """
        policy_id: threelands-2025
        valid_from: 2025-01-01
        yellow_within: {growth_yoy: 0.5}
        about_within: 0.5
        """);
  }
}
