package org.diaodu.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What a night looks at and writes to; its doctor looks at the same. */
final class NightOptions {
  @Option(names = "--region", paramLabel = "DIR|NAME", required = true, description = "地区包")
  private String region;

  @Option(
      names = "--landing",
      paramLabel = "DIR",
      defaultValue = "landing",
      description = "收文件的文件夹")
  private Path landing;

  @Option(names = "--out", paramLabel = "DIR", defaultValue = "out", description = "通报所在的文件夹")
  private Path out;

  /** Folder of the region pack. */
  Path region() {
    return Home.region(region);
  }

  Path landing() {
    return landing;
  }

  Path out() {
    return out;
  }
}
