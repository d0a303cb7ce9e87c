package org.diaodu.document;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A text in which every figure can be traced.
 *
 * @param spans words and figures in order
 */
public record Text(List<Span> spans) {
  /** Without anything. */
  public static final Text EMPTY = new Text(List.of());

  /** Words alone. */
  public static Text words(String words) {
    return words.isEmpty() ? EMPTY : new Text(List.of(new Words(words)));
  }

  /** One figure. */
  public static Text of(Figure figure) {
    return new Text(List.of(figure));
  }

  /**
   * A sentence with its parts in the places of {@code {}}.
   *
   * @param parts texts, figures, or anything else by its words
   */
  public static Text fill(String sentence, Object... parts) {
    String[] words = sentence.split("\\{}", -1);
    if (words.length != parts.length + 1) {
      throw new IllegalArgumentException(
          "Cannot fill '%s': it has %d places, given %d parts"
              .formatted(sentence, words.length - 1, parts.length));
    }
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < words.length; i++) {
      if (!words[i].isEmpty()) {
        spans.add(new Words(words[i]));
      }
      if (i < parts.length) {
        spans.addAll(part(parts[i]));
      }
    }
    return new Text(List.copyOf(spans));
  }

  /** Texts one after the other. */
  public static Text join(String between, List<Text> texts) {
    List<Span> spans = new ArrayList<>();
    for (Text text : texts) {
      if (!spans.isEmpty() && !between.isEmpty()) {
        spans.add(new Words(between));
      }
      spans.addAll(text.spans());
    }
    return new Text(List.copyOf(spans));
  }

  /** Whether there is nothing. */
  @JsonIgnore
  public boolean isEmpty() {
    return spans.isEmpty();
  }

  /**
   * Whether span {@code i} is a figure whose percent sign begins the words after it. Its mark
   * stands behind the sign: 6.4%拟 and not 6.4拟%.
   */
  public boolean isPercent(int i) {
    return i >= 0
        && i + 1 < spans.size()
        && spans.get(i) instanceof Figure
        && spans.get(i + 1) instanceof Words words
        && words.text().startsWith("%");
  }

  /** The figures in it. */
  public List<Figure> figures() {
    return spans.stream().filter(Figure.class::isInstance).map(Figure.class::cast).toList();
  }

  /** As it is read. */
  public String plain() {
    return spans.stream()
        .map(span -> span instanceof Figure figure ? figure.printed() : ((Words) span).text())
        .collect(Collectors.joining());
  }

  /** As it is read, simulated figures with their mark. */
  public String marked() {
    StringBuilder read = new StringBuilder();
    for (int i = 0; i < spans.size(); i++) {
      if (spans.get(i) instanceof Figure figure) {
        read.append(figure.printed()).append(isPercent(i) ? "%" : "");
        read.append(figure.isMarked() ? Figure.MARK : "");
      } else {
        String words = ((Words) spans.get(i)).text();
        read.append(isPercent(i - 1) ? words.substring(1) : words);
      }
    }
    return read.toString();
  }

  private static List<Span> part(Object part) {
    if (part instanceof Text text) {
      return text.spans();
    }
    if (part instanceof Span span) {
      return List.of(span);
    }
    return words(part.toString()).spans();
  }
}
