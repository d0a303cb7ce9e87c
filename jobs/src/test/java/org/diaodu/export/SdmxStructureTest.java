package org.diaodu.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.diaodu.contract.ContractReader;
import org.diaodu.contract.Table;
import org.diaodu.region.PackReader;
import org.diaodu.region.RegionPack;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The structure message, held against what the schema that it names (SDMX-JSON 2.0.0 structure
 * message) asks of the parts that occur in it: ids, names, versions, references, and where the time
 * dimension stands.
 */
class SdmxStructureTest {
  private static final String ID = "[A-Za-z0-9_@$-]+";

  /** Ids of lists, concepts and components begin with a letter. */
  private static final String NAME_ID = "[A-Za-z][A-Za-z0-9_-]*";

  private static final String VERSION = "(0|[1-9]\\d*)(\\.(0|[1-9]\\d*)){0,2}";
  private static final String AGENCY = NAME_ID + "(\\." + NAME_ID + ")*";
  private static final String REFERENCE =
      "urn:sdmx:org\\.sdmx\\.infomodel\\.%s=" + AGENCY + ":" + ID + "\\(" + VERSION + "\\)%s";

  static Stream<Arguments> datasets() {
    List<RegionPack> packs =
        List.of(
            Packs.xiangxi(),
            Packs.threelands(),
            PackReader.read(Path.of("conf/regions/zhangjiajie")));
    return Arrays.stream(Table.values())
        .flatMap(table -> SdmxDataset.of(ContractReader.read(table)).stream())
        .flatMap(dataset -> packs.stream().map(pack -> Arguments.of(dataset.id(), pack.name())));
  }

  @ParameterizedTest(name = "{0} of {1}")
  @MethodSource("datasets")
  void theMessageIsWhatItsSchemaAsksFor(String dataset, String pack) throws Exception {
    JsonNode message = message(dataset, pack);

    matches(message.at("/meta/id"), ID);
    matches(message.at("/meta/sender/id"), ID);
    matches(message.at("/meta/prepared"), "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    JsonNode data = message.get("data");
    for (JsonNode list : data.get("codelists")) {
      maintainable(list, NAME_ID);
      assertThat(list.get("codes")).as("at least one code").isNotEmpty();
      unique(list.get("codes"));
      list.get("codes").forEach(code -> nameable(code, ID));
    }
    for (JsonNode scheme : data.get("conceptSchemes")) {
      maintainable(scheme, NAME_ID);
      unique(scheme.get("concepts"));
      scheme.get("concepts").forEach(concept -> nameable(concept, NAME_ID));
    }
    data.get("dataStructures").forEach(structure -> structure(structure, data));
    for (JsonNode flow : data.get("dataflows")) {
      maintainable(flow, ID);
      matches(flow.get("structure"), REFERENCE.formatted("datastructure\\.DataStructure", ""));
    }
  }

  @Test
  void aUnitHasACodeAndTwoNames() throws Exception {
    JsonNode units =
        StreamSupport.stream(
                message("OBSERVATIONS", "xiangxi").at("/data/codelists").spliterator(), false)
            .filter(list -> list.get("id").asText().equals("CL_UNIT_MEASURE"))
            .findFirst()
            .orElseThrow()
            .get("codes");

    assertThat(units)
        .anySatisfy(
            unit -> {
              assertThat(unit.get("id").asText()).isEqualTo("CNY_E8");
              assertThat(unit.at("/names/zh").asText()).isEqualTo("亿元");
              assertThat(unit.at("/names/en").asText()).isEqualTo("100 million yuan");
            });
  }

  private static void structure(JsonNode structure, JsonNode data) {
    maintainable(structure, ID);
    JsonNode parts = structure.get("dataStructureComponents");
    JsonNode dimensions = parts.get("dimensionList");
    assertThat(dimensions.get("id").asText()).isEqualTo("DimensionDescriptor");
    assertThat(dimensions.get("dimensions")).isNotEmpty();
    assertThat(dimensions.has("timeDimensions")).as("version 1.0 has a list of it").isFalse();
    component(dimensions.get("timeDimension"), data);
    assertThat(dimensions.at("/timeDimension/id").asText()).isEqualTo("TIME_PERIOD");
    int position = 0;
    for (JsonNode dimension : dimensions.get("dimensions")) {
      component(dimension, data);
      assertThat(dimension.get("position").asInt()).isEqualTo(position++);
    }
    assertThat(parts.at("/attributeList/id").asText()).isEqualTo("AttributeDescriptor");
    for (JsonNode attribute : parts.at("/attributeList/attributes")) {
      component(attribute, data);
      assertThat(attribute.get("attributeRelationship")).as("exactly one relationship").hasSize(1);
    }
    assertThat(parts.at("/measureList/id").asText()).isEqualTo("MeasureDescriptor");
    parts.at("/measureList/measures").forEach(measure -> component(measure, data));
  }

  private static void component(JsonNode component, JsonNode data) {
    matches(component.get("id"), NAME_ID);
    matches(
        component.get("conceptIdentity"),
        REFERENCE.formatted("conceptscheme\\.Concept", "\\." + ID));
    JsonNode representation = component.get("localRepresentation");
    assertThat(representation).as("either a list or a format").hasSize(1);
    if (representation.has("enumeration")) {
      String list = representation.get("enumeration").asText();
      matches(representation.get("enumeration"), REFERENCE.formatted("codelist\\.Codelist", ""));
      assertThat(data.get("codelists"))
          .as("the list is in the message")
          .anyMatch(of -> list.contains(":" + of.get("id").asText() + "("));
    }
  }

  private static void maintainable(JsonNode of, String id) {
    nameable(of, id);
    matches(of.get("agencyID"), AGENCY);
    matches(of.get("version"), VERSION);
  }

  private static void nameable(JsonNode of, String id) {
    matches(of.get("id"), id);
    assertThat(of.get("name").asText()).as("name of %s", of.get("id")).isNotBlank();
    of.get("names").forEach(name -> assertThat(name.asText()).isNotBlank());
  }

  private static void unique(JsonNode items) {
    List<String> ids = new ArrayList<>();
    items.forEach(item -> ids.add(item.get("id").asText()));
    Set<String> once = new HashSet<>(ids);
    assertThat(ids).hasSameSizeAs(once);
  }

  private static void matches(JsonNode value, String pattern) {
    assertThat(value.isTextual()).as("%s is a text", value).isTrue();
    assertThat(value.asText()).matches(pattern);
  }

  private static JsonNode message(String dataset, String pack) throws JsonProcessingException {
    SdmxDataset of =
        Arrays.stream(Table.values())
            .flatMap(table -> SdmxDataset.of(ContractReader.read(table)).stream())
            .filter(d -> d.id().equals(dataset))
            .findFirst()
            .orElseThrow();
    Path folder = Path.of("conf/regions").resolve(pack);
    RegionPack region =
        PackReader.read(folder.toFile().isDirectory() ? folder : Packs.folder(pack));
    return new ObjectMapper().readTree(SdmxStructure.json(of, region, LocalDate.of(2024, 8, 25)));
  }
}
