package org.diaodu.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrivalLedgerTest {
  private static final Arrival FIRST =
      new Arrival("2024/商务,“六月”.csv", "a1", Instant.parse("2024-07-15T01:02:03.000004Z"));

  private static final Arrival COPY = new Arrival("copy.csv", "a1", null);

  @TempDir private Path landing;

  @Test
  void whatIsNotedIsReadAgainInItsOrder() {
    assertThat(ArrivalLedger.of(landing).add(List.of(FIRST, COPY))).isEmpty();

    assertThat(ArrivalLedger.of(landing).arrivals()).containsExactly(FIRST, COPY);
  }

  @Test
  void itIsATableThatPeopleCanRead() throws IOException {
    ArrivalLedger.of(landing).add(List.of(FIRST, COPY));

    assertThat(landing.resolve(ArrivalLedger.NAME))
        .hasContent(
            """
            file,sha256,arrived_at
            "2024/商务,“六月”.csv",a1,2024-07-15T01:02:03.000004Z
            copy.csv,a1,
            """);
  }

  @Test
  void whereAllIsKnownNothingIsWritten() throws IOException {
    ArrivalLedger.of(landing).add(List.of(FIRST));
    Path file = landing.resolve(ArrivalLedger.NAME);
    Object key = Files.readAttributes(file, "unix:ino").get("ino");

    ArrivalLedger.of(landing).add(List.of(FIRST));

    assertThat(Files.readAttributes(file, "unix:ino").get("ino")).isEqualTo(key);
  }

  @Test
  void aLineThatCannotBeReadIsToldAndLeftForSomebodyToMend() throws IOException {
    Path file = landing.resolve(ArrivalLedger.NAME);
    String text = "file,sha256,arrived_at\na.csv,a1,2024-07-15T00:00:00Z\nb.csv,b1,昨天\nc.csv\n";
    Files.writeString(file, text);

    ArrivalLedger ledger = ArrivalLedger.of(landing);

    assertThat(ledger.arrivals()).extracting(Arrival::file).containsExactly("a.csv");
    assertThat(ledger.faults()).hasSize(2);
    assertThat(ledger.faults().get(0)).contains("第3行");
    assertThat(ledger.add(List.of(COPY))).isEmpty();
    assertThat(file).hasContent(text);
  }

  @Test
  void aFolderThatCannotBeWrittenToIsTold() {
    assertThat(ArrivalLedger.of(landing.resolve("gone")).add(List.of(FIRST)))
        .singleElement()
        .asString()
        .contains("到达账本没有写成", "写入权限");
  }
}
