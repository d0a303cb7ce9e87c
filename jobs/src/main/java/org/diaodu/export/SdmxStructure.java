package org.diaodu.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.contract.TableContract;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.Measure;
import org.diaodu.domain.ObservationStatus;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.SdmxId;
import org.diaodu.domain.SdmxUnit;
import org.diaodu.region.RegionPack;

/**
 * The structure of a dataset as an SDMX-JSON 2.0 structure message: dataflow, data structure,
 * concepts, and the code lists of areas, indicators, frequencies, accumulations, measures, statuses
 * and units.
 */
final class SdmxStructure {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final String SCHEMA =
      "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/structure-message/tools/schemas/2.0.0/sdmx-json-structure-schema.json";
  private static final String CONCEPTS = "CS_DIAODU";

  private final SdmxDataset dataset;
  private final RegionPack pack;

  private SdmxStructure(SdmxDataset dataset, RegionPack pack) {
    this.dataset = dataset;
    this.pack = pack;
  }

  /**
   * The message.
   *
   * @param asOf day as of which the dataset is known; it stands as the day of preparation, so that
   *     the same data give the same file
   */
  static String json(SdmxDataset dataset, RegionPack pack, LocalDate asOf) {
    try {
      return JSON.writeValueAsString(new SdmxStructure(dataset, pack).message(asOf)) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write the structure of " + dataset.id(), e);
    }
  }

  private ObjectNode message(LocalDate asOf) {
    ObjectNode message = JSON.createObjectNode();
    ObjectNode meta = message.putObject("meta");
    meta.put("schema", SCHEMA);
    meta.put("id", "STRUCTURE_" + dataset.id());
    meta.put("prepared", asOf + "T00:00:00Z");
    meta.put("test", false);
    meta.putObject("sender").put("id", SdmxDataset.AGENCY);
    ObjectNode data = message.putObject("data");
    Map<String, Map<String, List<String>>> lists = codeLists();
    ArrayNode codelists = data.putArray("codelists");
    lists.forEach((column, codes) -> codelist(codelists.addObject(), column, codes));
    concepts(data.putArray("conceptSchemes").addObject());
    structure(data.putArray("dataStructures").addObject(), lists);
    ObjectNode flow = maintainable(data.putArray("dataflows").addObject(), dataset.id());
    name(flow, dataset.contract().description().en(), dataset.contract().description().zh());
    flow.put("structure", urn("datastructure.DataStructure", "DSD_" + dataset.id()));
    return message;
  }

  /** By column, the codes that may stand in it, each with its English and Chinese name. */
  private Map<String, Map<String, List<String>>> codeLists() {
    Map<String, Map<String, List<String>>> all = new LinkedHashMap<>();
    Map<String, List<String>> areas = new LinkedHashMap<>();
    pack.areas().forEach(a -> areas.put(SdmxId.of(a.refArea()), names(a.nameEn(), a.nameZh())));
    all.put("REF_AREA", areas);
    Map<String, List<String>> indicators = new LinkedHashMap<>();
    Map<String, List<String>> units = new LinkedHashMap<>();
    pack.indicators()
        .forEach(
            i -> {
              indicators.put(i.indicator(), names(i.nameEn(), i.nameZh()));
              units.put(SdmxUnit.code(i.unit()), List.of(SdmxUnit.nameEn(i.unit()), i.unit()));
            });
    units.put(SdmxUnit.code("%"), List.of(SdmxUnit.nameEn("%"), "%"));
    all.put("INDICATOR", indicators);
    all.put("FREQ", names(Frequency.values()));
    all.put("ACCUMULATION", names(Accumulation.values()));
    all.put("MEASURE", names(Measure.values()));
    all.put("OBS_STATUS", names(ObservationStatus.values()));
    all.put("PROVENANCE", names(Provenance.values()));
    all.put(SdmxDataset.UNIT, units);
    List<String> columns = dataset.columns().stream().map(SdmxDataset::id).toList();
    all.keySet()
        .removeIf(
            column ->
                !columns.contains(column)
                    && !(column.equals(SdmxDataset.UNIT) && dataset.hasUnit()));
    return all;
  }

  /** A pack may leave its English names out. */
  private static List<String> names(String english, String chinese) {
    return List.of(english.isEmpty() ? chinese : english, chinese);
  }

  private static Map<String, List<String>> names(Enum<?>[] codes) {
    Map<String, List<String>> names = new LinkedHashMap<>();
    Arrays.stream(codes).forEach(code -> names.put(code.name(), CodeNames.of(code)));
    return names;
  }

  private static void codelist(ObjectNode list, String column, Map<String, List<String>> codes) {
    maintainable(list, "CL_" + column);
    name(list, column, null);
    ArrayNode all = list.putArray("codes");
    codes.forEach(
        (code, names) -> name(all.addObject().put("id", code), names.get(0), names.get(1)));
  }

  private void concepts(ObjectNode scheme) {
    maintainable(scheme, CONCEPTS);
    name(scheme, "Columns of " + dataset.contract().table().fullName(), null);
    ArrayNode concepts = scheme.putArray("concepts");
    for (TableContract.Column column : dataset.columns()) {
      ObjectNode concept = concepts.addObject().put("id", SdmxDataset.id(column));
      name(concept, column.name(), null);
      concept.put("description", column.description().en());
      concept
          .putObject("descriptions")
          .put("en", column.description().en())
          .put("zh", column.description().zh());
    }
    if (dataset.hasUnit()) {
      name(concepts.addObject().put("id", SdmxDataset.UNIT), "unit of the figure", "单位");
    }
  }

  private void structure(ObjectNode structure, Map<String, Map<String, List<String>>> lists) {
    maintainable(structure, "DSD_" + dataset.id());
    name(structure, dataset.contract().description().en(), dataset.contract().description().zh());
    ObjectNode components = structure.putObject("dataStructureComponents");
    ObjectNode dimensions = components.putObject("dimensionList").put("id", "DimensionDescriptor");
    ArrayNode series = dimensions.putArray("dimensions");
    ArrayNode measures =
        components.putObject("measureList").put("id", "MeasureDescriptor").putArray("measures");
    ArrayNode attributes =
        components
            .putObject("attributeList")
            .put("id", "AttributeDescriptor")
            .putArray("attributes");
    int position = 0;
    for (TableContract.Column column : dataset.columns()) {
      String id = SdmxDataset.id(column);
      switch (dataset.role(column)) {
        case dimension -> component(series.addObject(), id, lists).put("position", position++);
        case time ->
            concept(dimensions.putObject("timeDimension"), id)
                .putObject("localRepresentation")
                .putObject("format")
                .put("dataType", "ObservationalTimePeriod");
        case measure ->
            concept(measures.addObject(), id)
                .putObject("localRepresentation")
                .putObject("format")
                .put("dataType", "Decimal");
        case attribute -> attribute(component(attributes.addObject(), id, lists));
      }
    }
    if (dataset.hasUnit()) {
      attribute(component(attributes.addObject(), SdmxDataset.UNIT, lists));
    }
  }

  private static void attribute(ObjectNode attribute) {
    attribute.putObject("attributeRelationship").putObject("observation");
  }

  private static ObjectNode component(
      ObjectNode component, String id, Map<String, Map<String, List<String>>> lists) {
    concept(component, id);
    ObjectNode representation = component.putObject("localRepresentation");
    if (lists.containsKey(id)) {
      representation.put("enumeration", urn("codelist.Codelist", "CL_" + id));
    } else {
      representation.putObject("format").put("dataType", "String");
    }
    return component;
  }

  private static ObjectNode concept(ObjectNode component, String id) {
    component.put("id", id);
    component.put("conceptIdentity", urn("conceptscheme.Concept", CONCEPTS) + "." + id);
    return component;
  }

  private static ObjectNode maintainable(ObjectNode of, String id) {
    return of.put("id", id).put("agencyID", SdmxDataset.AGENCY).put("version", SdmxDataset.VERSION);
  }

  private static String urn(String kind, String id) {
    return "urn:sdmx:org.sdmx.infomodel.%s=%s:%s(%s)"
        .formatted(kind, SdmxDataset.AGENCY, id, SdmxDataset.VERSION);
  }

  private static ObjectNode name(ObjectNode of, String english, String chinese) {
    of.put("name", english);
    ObjectNode names = of.putObject("names").put("en", english);
    if (chinese != null) {
      names.put("zh", chinese);
    }
    return of;
  }
}
