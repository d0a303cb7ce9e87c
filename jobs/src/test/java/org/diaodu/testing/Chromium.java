package org.diaodu.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A real browser: the Chromium of the machine, or where it has none the one Playwright brings. */
public final class Chromium implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final List<String> QUIET =
      List.of(
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;

  /**
   * Started, without a window.
   *
   * @throws IllegalStateException where the machine has none and none can be brought
   */
  public Chromium() {
    Optional<Path> installed = installed();
    BrowserType.LaunchOptions options =
        new BrowserType.LaunchOptions().setArgs(QUIET).setChromiumSandbox(false);
    installed.ifPresent(options::setExecutablePath);
    try {
      this.playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(
                      installed.isPresent()
                          ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
                          : Map.of()));
      this.browser = playwright.chromium().launch(options);
    } catch (PlaywrightException failure) {
      throw new IllegalStateException(
          installed
              .map(path -> "The browser %s does not start".formatted(path))
              .orElse(
                  "No browser: none of %s is on the PATH, and Playwright could not download one."
                          .formatted(NAMES)
                      + " Install one, on Debian: apt-get install chromium"),
          failure);
    }
  }

  /** The browser. */
  public Browser browser() {
    return browser;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }

  private static Optional<Path> installed() {
    Stream<Path> folders =
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .filter(folder -> !folder.isEmpty())
            .map(Path::of);
    return folders
        .flatMap(folder -> NAMES.stream().map(folder::resolve))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
