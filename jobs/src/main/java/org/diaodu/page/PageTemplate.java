package org.diaodu.page;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;

/** Fills the templates of pages; the same values give the same bytes. */
public final class PageTemplate {
  private static final PebbleEngine ENGINE =
      new PebbleEngine.Builder()
          .loader(new ClasspathLoader(PageTemplate.class.getClassLoader()))
          .strictVariables(true)
          .autoEscaping(true)
          .defaultLocale(Locale.ROOT)
          .build();

  private PageTemplate() {}

  /**
   * The page.
   *
   * @param template path of the template on the class path
   * @param name by which the template calls the value
   */
  public static String fill(String template, String name, Object value) {
    StringWriter page = new StringWriter();
    try {
      ENGINE.getTemplate(template).evaluate(page, Map.of(name, value));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot fill the page " + template, e);
    }
    return page.toString();
  }
}
