package org.diaodu.bulletin;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;

/** The bulletin as one self-contained HTML page that prints on A4. */
public final class BulletinPage {
  private static final PebbleEngine ENGINE =
      new PebbleEngine.Builder()
          .loader(new ClasspathLoader(BulletinPage.class.getClassLoader()))
          .strictVariables(true)
          .autoEscaping(true)
          .defaultLocale(Locale.ROOT)
          .build();

  private BulletinPage() {}

  /** The page; the same bulletin gives the same bytes. */
  public static String html(Bulletin bulletin) {
    StringWriter page = new StringWriter();
    try {
      ENGINE.getTemplate("bulletin/bulletin.html.peb").evaluate(page, Map.of("bulletin", bulletin));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the bulletin page", e);
    }
    return page.toString();
  }
}
