package org.diaodu.cli;

import java.io.IOException;
import java.time.Clock;
import org.apache.spark.sql.SparkSession;
import org.diaodu.published.Embargo;
import org.diaodu.published.PublishedTables;
import org.diaodu.region.PackReader;
import org.diaodu.region.RegionPack;
import picocli.CommandLine.Option;

/** What every command shares that shows published tables: whose they are, and to whom. */
final class PublishedOptions {
  @Option(names = "--region", paramLabel = "DIR|NAME", required = true, description = "地区包")
  private String region;

  @Option(names = "--embargoed", description = "也列出未到发布时间的数据，只供内部使用")
  private boolean embargoed;

  @Option(names = "--confidential", description = "也列出不公开的数据，只供统计机构内部使用")
  private boolean confidential;

  /** The region's pack. */
  RegionPack pack() throws IOException {
    return PackReader.read(Home.region(region));
  }

  /** Whether what is not public yet is wanted, too. */
  boolean embargoed() {
    return embargoed;
  }

  /**
   * The tables of the newest finished run, without what is not public yet and what never will be.
   *
   * @throws UsageException where there is none
   * @throws org.diaodu.table.OtherRegionException where they are those of another region
   */
  PublishedTables tables(SparkSession session, String warehouse, RegionPack pack) {
    Embargo embargo =
        embargoed
            ? Embargo.lifted()
            : Embargo.at(pack.dispatch().releases(), Clock.systemUTC().instant());
    return PublishedTables.newest(session, warehouse, pack, embargo)
        .map(tables -> confidential ? tables.withConfidential() : tables)
        .orElseThrow(
            () -> new UsageException("%s里还没有发布过的表，请先运行 diaodu nightly".formatted(warehouse)));
  }
}
