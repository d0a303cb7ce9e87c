package org.diaodu.bulletin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.diaodu.document.Span;
import org.diaodu.document.Text;
import org.diaodu.document.Words;
import org.diaodu.region.Wording;

/** Says things in the words of a pack, with figures and names in their places. */
record Say(Wording wording) {

  /**
   * A text with its places filled in; empty where the office says nothing.
   *
   * @param name name of the text, such as {@code overview.counts}
   * @param parts name of a place and what stands in it, in turn: a text, a figure, or words
   */
  Text text(String name, Object... parts) {
    Map<String, Object> values = new HashMap<>();
    values.put("whole", whole());
    values.put("parts", parts());
    for (int i = 0; i < parts.length; i += 2) {
      values.put((String) parts[i], parts[i + 1]);
    }
    String sentence = wording.text(name);
    List<Span> spans = new ArrayList<>();
    Matcher place = Wording.PLACE.matcher(sentence);
    int end = 0;
    while (place.find()) {
      words(spans, sentence.substring(end, place.start()));
      add(spans, name, place.group(1), values);
      end = place.end();
    }
    words(spans, sentence.substring(end));
    return new Text(List.copyOf(spans));
  }

  /** The same as words alone. */
  String words(String name, Object... parts) {
    return text(name, parts).plain();
  }

  /** How the whole is called. */
  String whole() {
    return wording.text("names.whole");
  }

  /** How its parts are called. */
  String parts() {
    return wording.text("names.parts");
  }

  private static void add(List<Span> spans, String name, String place, Map<String, Object> values) {
    Object value = values.get(place);
    if (value == null) {
      throw new IllegalArgumentException(
          "Cannot say '%s': nothing to put in {%s}".formatted(name, place));
    }
    if (value instanceof Text text) {
      spans.addAll(text.spans());
    } else if (value instanceof Span span) {
      spans.add(span);
    } else {
      words(spans, value.toString());
    }
  }

  private static void words(List<Span> spans, String words) {
    if (!words.isEmpty()) {
      spans.add(new Words(words));
    }
  }
}
