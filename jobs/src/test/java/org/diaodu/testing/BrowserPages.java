package org.diaodu.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Pages opened from disk in one browser with the network off. What goes wrong in a page, and what
 * it asks the network for, is kept.
 */
public final class BrowserPages implements AutoCloseable {
  private final Chromium chromium = new Chromium();
  private final List<String> complaints = new ArrayList<>();
  private final List<BrowserContext> open = new ArrayList<>();

  /** A page on a screen of that size. */
  public Page open(Path file, int width, int height, ColorScheme scheme) {
    BrowserContext context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(width, height)
                    .setColorScheme(scheme)
                    .setOffline(true));
    open.add(context);
    Page page = context.newPage();
    page.onPageError(complaints::add);
    page.onDialog(
        dialog -> {
          complaints.add("dialog: " + dialog.message());
          dialog.dismiss();
        });
    page.onConsoleMessage(
        message -> {
          if (!message.type().equals("log")) {
            complaints.add(message.type() + ": " + message.text());
          }
        });
    page.onRequest(
        request -> {
          if (!request.url().startsWith("file:") && !request.url().startsWith("data:")) {
            complaints.add("request: " + request.url());
          }
        });
    page.navigate(file.toUri().toString());
    return page;
  }

  /** What axe-core finds on a page that keeps somebody from using it. */
  public static List<?> seriousFaults(Page page) throws IOException {
    try (InputStream axe = BrowserPages.class.getResourceAsStream("/axe.min.js")) {
      page.evaluate(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
    }
    return (List<?>)
        page.evaluate(
            "async () => (await axe.run()).violations"
                + ".filter(v => v.impact === 'serious' || v.impact === 'critical')"
                + ".map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html).join(' | '))");
  }

  /** Closes what is open and gives what went wrong since the last time. */
  public List<String> leave() {
    open.forEach(BrowserContext::close);
    open.clear();
    List<String> wrong = List.copyOf(complaints);
    complaints.clear();
    return wrong;
  }

  @Override
  public void close() {
    chromium.close();
  }
}
