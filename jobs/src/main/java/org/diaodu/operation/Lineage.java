package org.diaodu.operation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.diaodu.contract.Table;

/**
 * A run as events of OpenLineage: for each stage that wrote or made a document, what it read and
 * what it wrote. From what the stages themselves say, not from Spark's plans, which do not show
 * that a merge or an unchanged table belongs to a run.
 */
public final class Lineage {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SCHEMA =
      "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent";
  private static final String PRODUCER = "urn:diaodu";

  /** Name of the files that arrive. */
  public static final String LANDING = "landing";

  /** Name of the region pack. */
  public static final String PACK = "pack";

  private Lineage() {}

  /**
   * The events, a line of JSON each: one for each stage that wrote rows or failed.
   *
   * @param warehouse where the tables are: the namespace of their names
   */
  public static List<String> events(RunRecord record, String warehouse) {
    List<String> events = new ArrayList<>();
    for (int i = 0; i < record.stages().size(); i++) {
      RunRecord.Stage stage = record.stages().get(i);
      boolean failed =
          record.status() == RunRecord.Status.failed && i == record.stages().size() - 1;
      List<String> written =
          stage.rows().entrySet().stream()
              .filter(e -> e.getValue() > 0)
              .map(Map.Entry::getKey)
              .sorted()
              .toList();
      if (failed || !written.isEmpty() || isDocument(stage)) {
        events.add(event(record, stage, "START", stage.startedAt(), warehouse, written));
        events.add(
            event(
                record, stage, failed ? "FAIL" : "COMPLETE", stage.endedAt(), warehouse, written));
      }
    }
    return events;
  }

  /** The tables, and the pack that says what they mean, by name. */
  public static List<String> reads(Collection<Table> tables) {
    return Stream.concat(tables.stream().map(Table::fullName).sorted(), Stream.of(PACK)).toList();
  }

  /** A stage that reads tables and writes none makes documents of them. */
  private static boolean isDocument(RunRecord.Stage stage) {
    return stage.rows().isEmpty() && !stage.reads().isEmpty();
  }

  private static String event(
      RunRecord record,
      RunRecord.Stage stage,
      String type,
      Instant at,
      String warehouse,
      List<String> written) {
    ObjectNode event = JSON.createObjectNode();
    event.put("eventType", type);
    event.put("eventTime", at.toString());
    event.putObject("run").put("runId", id(record.runId() + "/" + stage.stage()));
    event.putObject("job").put("namespace", "diaodu").put("name", stage.stage());
    ArrayNode inputs = event.putArray("inputs");
    stage.reads().forEach(name -> dataset(inputs, name, warehouse));
    ArrayNode outputs = event.putArray("outputs");
    written.forEach(name -> dataset(outputs, name, warehouse));
    event.put("producer", PRODUCER);
    event.put("schemaURL", SCHEMA);
    return event.toString();
  }

  private static void dataset(ArrayNode list, String name, String warehouse) {
    boolean table = Stream.of(LANDING, PACK).noneMatch(name::equals);
    list.addObject().put("namespace", table ? warehouse : "diaodu").put("name", name);
  }

  /** The same for the same run and stage, so that events can be sent twice. */
  private static String id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
