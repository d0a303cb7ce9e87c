package org.diaodu.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.types.StructType;
import org.diaodu.contract.ContractReader;
import org.diaodu.contract.Table;
import org.diaodu.region.PackReader;
import org.diaodu.table.Manifest;
import org.diaodu.table.Manifests;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarehouseChecksTest {
  private static final Instant PUBLISHED = Instant.parse("2024-07-25T18:00:00Z");

  @TempDir private Path folder;
  private Path pack = Packs.THREELANDS;

  @Test
  void aWarehouseAsItWasLeftIsWell() throws IOException {
    published();

    assertThat(checks(PUBLISHED.plusSeconds(60)))
        .extracting(Check::finding)
        .containsOnly(Check.Finding.ok);
  }

  @Test
  void aVersionThatIsPublishedAndGoneIsNamed() throws IOException {
    Files.delete(published());

    assertThat(faults(PUBLISHED.plusSeconds(60)))
        .singleElement()
        .asString()
        .contains("reference.units 的版本 0", "备份");
  }

  @Test
  void aTableThatTheNextRunWouldRefuseIsAFault() throws IOException {
    published(new StructType().add("unit", "string"));

    assertThat(faults(PUBLISHED.plusSeconds(60)))
        .singleElement()
        .asString()
        .contains("reference.units", "column pack_id is missing", "升级");
  }

  @Test
  void aClockThatWasSetBackIsFound() throws IOException {
    published();

    assertThat(faults(PUBLISHED.minusSeconds(60))).singleElement().asString().contains("校准时钟");
  }

  @Test
  void aWarehouseOfAnotherRegionIsAFault() throws IOException {
    published();
    pack = Packs.folder("hubei");

    assertThat(faults(PUBLISHED.plusSeconds(60)))
        .singleElement()
        .asString()
        .contains("T00", "420000", "--region");
  }

  @Test
  void beforeTheFirstNightThereIsNothingToCheck() {
    assertThat(checks(PUBLISHED)).extracting(Check::finding).containsExactly(Check.Finding.warning);
  }

  @Test
  void aLandingFolderThatIsNotThereAndAFolderThatCannotBeWrittenAreFaults() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThat(MachineChecks.all(folder.resolve("nowhere"), List.of(file.resolve("out"), folder)))
        .filteredOn(check -> check.finding() == Check.Finding.fault)
        .extracting(Check::name)
        .containsExactly("收件文件夹", "文件夹 " + file.resolve("out"));
  }

  private List<String> faults(Instant now) {
    return checks(now).stream()
        .filter(check -> check.finding() == Check.Finding.fault)
        .map(Check::text)
        .toList();
  }

  private List<Check> checks(Instant now) {
    Configuration hadoop = new Configuration();
    return WarehouseChecks.all(
        folder,
        Optional.of(PackReader.read(pack)),
        WarehouseStatus.of(hadoop, folder.toString(), 1),
        now);
  }

  /** Publishes version 0 of one table, and gives the entry of its log. */
  private Path published() throws IOException {
    return published(ContractReader.read(Table.UNITS).struct());
  }

  private Path published(StructType schema) throws IOException {
    new Manifests(new Configuration(), folder.toString())
        .publish(
            new Manifest(
                1,
                "run",
                PUBLISHED,
                "T00",
                "pack",
                "program",
                LocalDate.of(2024, 7, 26),
                new TreeMap<>(Map.of("reference.units", 0L)),
                new TreeMap<>()));
    ObjectMapper json = new ObjectMapper();
    ObjectNode protocol = json.createObjectNode();
    protocol.putObject("protocol").put("minReaderVersion", 1).put("minWriterVersion", 2);
    ObjectNode entry = json.createObjectNode();
    ObjectNode metadata =
        entry.putObject("metaData").put("id", "u").put("schemaString", schema.json());
    metadata.putArray("partitionColumns");
    metadata.putObject("configuration");
    metadata.putObject("format").put("provider", "parquet").putObject("options");
    Path log = Files.createDirectories(folder.resolve("reference/units/_delta_log"));
    return Files.write(
        log.resolve("00000000000000000000.json"), List.of(protocol.toString(), entry.toString()));
  }
}
