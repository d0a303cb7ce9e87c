package org.diaodu.hold;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The name by which what is held is confirmed: of a figure from what it says, so that the same
 * figure sent again, or read into another warehouse, has the same name; of a file from its place
 * and content.
 */
public final class HeldId {
  private static final int DIGITS = 10;

  private HeldId() {}

  /**
   * Of a figure, whatever its release: who confirms the figure confirms each that says the same.
   *
   * @param source whose figure it is; null of the unit that reports the indicator
   */
  public static String ofFigure(
      String indicator,
      String refArea,
      String timePeriod,
      String accumulation,
      String measure,
      String provenance,
      String source,
      BigDecimal value,
      String status) {
    String said =
        String.join(
            "|",
            indicator,
            refArea,
            timePeriod,
            accumulation,
            measure,
            provenance,
            value == null ? "" : value.stripTrailingZeros().toPlainString(),
            status);
    return "H" + hash(source == null ? said : said + "|" + source);
  }

  /** Of a file that is held as a whole. */
  public static String ofFile(String file, String sha256) {
    return "F" + hash(file + "|" + sha256);
  }

  private static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
