package org.diaodu.feedback;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;

/** The feedback on a file as one page that prints on A4. */
public final class FeedbackPage {
  private static final PebbleEngine ENGINE =
      new PebbleEngine.Builder()
          .loader(new ClasspathLoader(FeedbackPage.class.getClassLoader()))
          .strictVariables(true)
          .autoEscaping(true)
          .defaultLocale(Locale.ROOT)
          .build();

  private FeedbackPage() {}

  /** The page; the same feedback gives the same bytes. */
  public static String html(FileFeedback feedback) {
    StringWriter page = new StringWriter();
    try {
      ENGINE.getTemplate("feedback/feedback.html.peb").evaluate(page, Map.of("feedback", feedback));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the feedback page", e);
    }
    return page.toString();
  }
}
