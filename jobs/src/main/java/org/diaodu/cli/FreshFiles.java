package org.diaodu.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.diaodu.export.NightlyExport;
import org.diaodu.published.Embargo;
import org.diaodu.published.PublishedTables;
import org.diaodu.region.PackReader;
import org.diaodu.region.RegionPack;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/**
 * Files for analysts that a night leaves fresh. Where they cannot be written, standard error says
 * so; what was published stays published, and those of the night before stay where they are.
 */
final class FreshFiles {
  private static final Logger LOG = LoggerFactory.getLogger(FreshFiles.class);

  @Option(
      names = "--export",
      paramLabel = "DIR",
      description = "运行后把各表导出到这个文件夹（Parquet、xlsx、SDMX），逐个替换上一晚的文件；未到发布时间的数据不在其中")
  private Optional<Path> folder;

  void write(SparkSession session, String warehouse, Path region, CommandLine command) {
    if (folder.isEmpty()) {
      return;
    }
    RegionPack pack = PackReader.read(region);
    Embargo embargo = Embargo.at(pack.dispatch().releases(), Clock.systemUTC().instant());
    try {
      PublishedTables tables =
          PublishedTables.newest(session, warehouse, pack, embargo).orElseThrow();
      List<String> files =
          new NightlyExport(pack, tables.asOf(), tables.manifest().number())
              .write(folder.get(), tables::read);
      command.getOut().printf("导出：%s，%d个文件%n", folder.get(), files.size());
    } catch (IOException | UncheckedIOException failure) {
      LOG.error("nightly --export {} failed", folder.get(), failure);
      command.getErr().println("已发布的结果不受影响，但导出没有写出：" + failure.getMessage());
    }
  }
}
