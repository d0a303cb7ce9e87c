package org.diaodu.document;

import java.util.Map;

/**
 * What surrounds the text of a document when it is sent: the master that it is filled in, and what
 * stands in the places of the master besides the text. It is kept with the document, so that a
 * release can be made again when the office has another master.
 *
 * @param master a Word file in Base64; empty for the program's own
 * @param fields texts by the name of their place, as 主送; what has several lines is several
 *     paragraphs
 */
public record Letterhead(String master, Map<String, String> fields) {
  /** Of a document that is not sent. */
  public static final Letterhead NONE = new Letterhead("", Map.of());

  /** What stands in a place; empty without anything. */
  public String field(String name) {
    return fields.getOrDefault(name, "");
  }
}
