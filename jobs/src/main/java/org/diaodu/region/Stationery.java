package org.diaodu.region;

import java.io.Serializable;
import java.util.Map;

/**
 * What an office writes its documents on and with: the folder {@code documents/} of a pack. None of
 * it changes a figure, so it is no part of the pack's id.
 *
 * @param wording what the documents say
 * @param masters Word files in which documents are filled in, in Base64 by file name; none where
 *     the program's own is used
 * @param additions paragraphs of the office's own by the period that they are for, as text
 * @param signOff who drafts, reviews and signs
 */
public record Stationery(
    Wording wording, Map<String, String> masters, Map<String, String> additions, SignOff signOff)
    implements Serializable {

  /** Name of the file that documents without a master of their own are filled in. */
  public static final String MASTER = "bulletin.docx";

  /**
   * The master of a kind of document in Base64: that of its own, or that of all, or empty where the
   * pack has neither.
   *
   * @param kind such as {@code area}, whose own is {@code area.docx}
   */
  public String master(String kind) {
    return masters.getOrDefault(kind + ".docx", masters.getOrDefault(MASTER, ""));
  }

  /** What the office adds to the documents of a period; empty without anything. */
  public String addition(String period) {
    return additions.getOrDefault(period + ".txt", "");
  }
}
