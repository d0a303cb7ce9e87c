package org.diaodu.bulletin;

import java.util.List;

/** A document that contradicts itself, and so is not written: its message names every place. */
public final class InconsistentDocumentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With the title of the document and what is wrong with it. */
  InconsistentDocumentException(String title, List<String> faults) {
    super(
        "“%s”前后不一致，没有写出：%n%s%n请核对数据；数据无误的，请把本条交给维护人员".formatted(title, String.join("\n", faults)));
  }
}
