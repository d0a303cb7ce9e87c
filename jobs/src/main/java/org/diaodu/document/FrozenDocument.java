package org.diaodu.document;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A document taken apart so that it can be kept: its figures as a list, and everything else as JSON
 * in which each figure is its place in that list.
 *
 * @param body the JSON
 * @param figures the figures, place 0 first
 */
public record FrozenDocument(String body, List<Figure> figures) {

  /** Takes a document apart; the same document always gives the same body. */
  public static FrozenDocument of(Document document) {
    List<Figure> figures = new ArrayList<>();
    try {
      return new FrozenDocument(mapper(figures).writeValueAsString(document), figures);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot keep document " + document.id(), e);
    }
  }

  /**
   * Puts it together again.
   *
   * @throws IllegalStateException where the body is none, or names a place that has no figure
   */
  public Document thawed() {
    try {
      return mapper(figures).readValue(body, Document.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot put a kept document together: " + e.getMessage(), e);
    }
  }

  private static ObjectMapper mapper(List<Figure> figures) {
    SimpleModule module = new SimpleModule();
    module.addSerializer(Figure.class, new Places(figures));
    module.addDeserializer(Figure.class, new Found(figures));
    module.addSerializer(Span.class, new Spans());
    module.addDeserializer(Span.class, new SpansFound(figures));
    module.addSerializer(LocalDate.class, new Days());
    module.addDeserializer(LocalDate.class, new DaysFound());
    return JsonMapper.builder()
        .addModule(module)
        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .build();
  }

  private static Figure figure(List<Figure> figures, int place) throws IOException {
    if (place < 0 || place >= figures.size()) {
      throw new IOException(
          "place %d has no figure, there are %d".formatted(place, figures.size()));
    }
    return figures.get(place);
  }

  private static final class Places extends StdSerializer<Figure> {
    private final transient List<Figure> figures;

    Places(List<Figure> figures) {
      super(Figure.class);
      this.figures = figures;
    }

    @Override
    public void serialize(Figure figure, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      figures.add(figure);
      json.writeNumber(figures.size() - 1);
    }
  }

  private static final class Found extends StdDeserializer<Figure> {
    private final transient List<Figure> figures;

    Found(List<Figure> figures) {
      super(Figure.class);
      this.figures = figures;
    }

    @Override
    public Figure deserialize(JsonParser json, DeserializationContext context) throws IOException {
      return figure(figures, json.getIntValue());
    }
  }

  /** Words as a text, a figure as a number. */
  private static final class Spans extends StdSerializer<Span> {
    Spans() {
      super(Span.class);
    }

    @Override
    public void serialize(Span span, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(((Words) span).text());
    }
  }

  private static final class SpansFound extends StdDeserializer<Span> {
    private final transient List<Figure> figures;

    SpansFound(List<Figure> figures) {
      super(Span.class);
      this.figures = figures;
    }

    @Override
    public Span deserialize(JsonParser json, DeserializationContext context) throws IOException {
      JsonNode node = json.readValueAsTree();
      return node.isNumber() ? figure(figures, node.intValue()) : new Words(node.asText());
    }
  }

  private static final class Days extends StdSerializer<LocalDate> {
    Days() {
      super(LocalDate.class);
    }

    @Override
    public void serialize(LocalDate day, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(day.toString());
    }
  }

  private static final class DaysFound extends StdDeserializer<LocalDate> {
    DaysFound() {
      super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser json, DeserializationContext context)
        throws IOException {
      return LocalDate.parse(json.getText());
    }
  }
}
