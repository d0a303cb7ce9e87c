package org.diaodu.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HoldLedgerTest {
  private static final Instant CAME = Instant.parse("2024-07-15T01:02:03.000004Z");
  private static final Instant DECIDED = Instant.parse("2024-07-16T01:00:00Z");

  private static final HoldEntry HELD =
      HoldEntry.held("H1", "六月,a.csv", "9f86", "2:6", CAME, "retail_sales/T01=21234");

  private static final HoldEntry REFUSED = decided(false, "写错单位", DECIDED);
  private static final HoldEntry ACCEPTED = decided(true, "来函“属实”", DECIDED.plusSeconds(60));

  @TempDir private Path landing;

  @Test
  void itIsATableThatPeopleCanRead() throws IOException {
    HoldLedger.of(landing).add(List.of(HELD, REFUSED));

    assertThat(landing.resolve(HoldLedger.NAME))
        .hasContent(
            """
            kind,id,file,sha256,cell,arrived_at,statement,by,reason,decided_at
            held,H1,"六月,a.csv",9f86,2:6,2024-07-15T01:02:03.000004Z,retail_sales/T01=21234,,,
            refused,H1,,,,,retail_sales/T01=21234,王某,写错单位,2024-07-16T01:00:00Z
            """);
  }

  @Test
  void aFileThatCameAtThatInstantHasTheCellHeld() throws IOException {
    HoldLedger.of(landing).add(List.of(HELD));
    HoldLedger ledger = HoldLedger.of(landing);

    assertThat(ledger.heldIn("9f86", CAME)).containsExactly("2:6");
    assertThat(ledger.heldIn("9f86", CAME.plusSeconds(1))).isEmpty();
  }

  @Test
  void theLastDecisionCounts() throws IOException {
    HoldLedger.of(landing).add(List.of(HELD, REFUSED));
    HoldLedger.of(landing).add(List.of(ACCEPTED));

    assertThat(HoldLedger.of(landing).decision("H1")).contains(ACCEPTED);
    assertThat(HoldLedger.of(landing).decision("H2")).isEmpty();
  }

  @Test
  void theSameHoldIsNotedOnce() throws IOException {
    HoldLedger.of(landing).add(List.of(HELD));
    HoldLedger.of(landing).add(List.of(HELD));

    assertThat(HoldLedger.of(landing).entries()).containsExactly(HELD);
  }

  @Test
  void aLineThatCannotBeReadIsToldAndNothingIsAddedUntilItIsMended() throws IOException {
    Path file = landing.resolve(HoldLedger.NAME);
    String text = "kind,id\nheld,H1\nperhaps,H1,,,,,,,,\n";
    Files.writeString(file, text);

    HoldLedger ledger = HoldLedger.of(landing);

    assertThat(ledger.faults()).hasSize(2);
    assertThatThrownBy(() -> ledger.add(List.of(HELD))).isInstanceOf(IOException.class);
    assertThat(file).hasContent(text);
  }

  private static HoldEntry decided(boolean accepted, String reason, Instant at) {
    return HoldEntry.decided(accepted, "H1", "retail_sales/T01=21234", "王某", reason, at);
  }
}
