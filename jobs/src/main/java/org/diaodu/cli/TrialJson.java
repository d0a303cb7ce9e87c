package org.diaodu.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.ingest.CellCounts;
import org.diaodu.ingest.Fault;
import org.diaodu.ingest.FileTrial;
import org.diaodu.ingest.FormReceipt;
import org.diaodu.ingest.TriedCell;

/** What a night would make of a file, as one JSON object. */
final class TrialJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private TrialJson() {}

  static void print(FileTrial trial, PrintWriter out) {
    Map<String, Object> object = new LinkedHashMap<>();
    CellCounts counts = trial.counts();
    object.put("file", trial.file().file());
    object.put("format", trial.file().format().name());
    object.put("sha256", trial.file().sha256());
    object.put("cells_read", counts.read());
    object.put("cells_accepted", counts.accepted());
    object.put("cells_quarantined", counts.quarantined());
    object.put("cells_held", counts.held());
    object.put("cells_ignored", counts.ignored());
    object.put("cells_warned", counts.warned());
    object.put("ignored_because", counts.ignoredBecause());
    object.put("faults", faults(trial.faults()));
    trial.receipt().ifPresent(receipt -> object.put("receipt", receipt(receipt)));
    object.put("cells", trial.cells().stream().map(TrialJson::cell).toList());
    try {
      out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(object));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot happen: texts and numbers alone", e);
    }
  }

  private static Map<String, Object> receipt(FormReceipt receipt) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("unit", receipt.unit());
    object.put("time_period", receipt.period());
    object.put("signed_by", receipt.signedBy());
    object.put("lines", receipt.lines().stream().map(TrialJson::line).toList());
    return object;
  }

  private static Map<String, Object> line(FormReceipt.Line line) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("source_cell", line.place());
    object.put("verdict", line.verdict().name());
    object.put("subject", line.subject());
    object.put("value", line.value());
    object.put("until", line.until());
    return object;
  }

  private static Map<String, Object> cell(TriedCell cell) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("source_cell", cell.place());
    object.put("outcome", cell.outcome().name());
    object.put("raw_text", cell.rawText());
    object.putAll(cell.fields());
    object.put("ignored_because", cell.leftOutBecause());
    object.put("faults", faults(cell.faults()));
    return object;
  }

  private static List<Map<String, Object>> faults(List<Fault> faults) {
    return faults.stream().map(TrialJson::fault).toList();
  }

  private static Map<String, Object> fault(Fault fault) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("rule_id", fault.ruleId());
    object.put("severity", fault.severity().name());
    object.put("source_cell", fault.sourceCell());
    object.put("found", fault.found());
    object.put("expected", fault.expected());
    object.put("message", fault.message());
    return object;
  }
}
