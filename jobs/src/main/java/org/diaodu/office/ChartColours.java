package org.diaodu.office;

import java.util.HexFormat;
import org.apache.poi.xddf.usermodel.PresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFFillProperties;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFNoFillProperties;
import org.apache.poi.xddf.usermodel.XDDFPresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFShapeProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.diaodu.document.Block;

/** Colours, lines and fills of charts in Word; what is asked for is a broken line, too. */
final class ChartColours {
  static final String FIGURES = "1F4E9E";
  static final String RED = "B00000";
  static final String SOFT = "80868F";
  static final String GRID = "D4D9E0";

  private static final double THIN = 0.75;
  private static final double THICK = 2.25;

  private ChartColours() {}

  /** Six hexadecimal digits. */
  static String of(Block.Series.Role role) {
    return switch (role) {
      case figures, blue -> FIGURES;
      case target, red -> RED;
      case alone -> "C06000";
      case estimate -> "7A00A0";
      case average, low, high, no_data -> SOFT;
      case green -> "2A8A4A";
      case yellow -> "D9A420";
    };
  }

  /** A thin line. */
  static XDDFLineProperties thin(String colour) {
    return line(fill(colour), THIN);
  }

  /** A line as its role asks for. */
  static XDDFShapeProperties line(Block.Series.Role role) {
    XDDFLineProperties line = line(fill(of(role)), THICK);
    if (role == Block.Series.Role.target) {
      line.setPresetDash(new XDDFPresetLineDash(PresetLineDash.DASH));
    }
    return shape(null, line);
  }

  /** Points that no line joins. */
  static XDDFShapeProperties withoutLine() {
    return shape(null, line(new XDDFNoFillProperties(), THIN));
  }

  /** A bar. */
  static XDDFShapeProperties filled(String colour) {
    return shape(fill(colour), null);
  }

  /** A bar that only keeps another one up. */
  static XDDFShapeProperties invisible() {
    return shape(new XDDFNoFillProperties(), line(new XDDFNoFillProperties(), THIN));
  }

  /** A fill. */
  static XDDFSolidFillProperties fill(String colour) {
    return new XDDFSolidFillProperties(XDDFColor.from(HexFormat.of().parseHex(colour)));
  }

  private static XDDFLineProperties line(XDDFFillProperties fill, double points) {
    XDDFLineProperties line = new XDDFLineProperties(fill);
    line.setWidth(points);
    return line;
  }

  private static XDDFShapeProperties shape(XDDFFillProperties fill, XDDFLineProperties line) {
    XDDFShapeProperties shape = new XDDFShapeProperties();
    if (fill != null) {
      shape.setFillProperties(fill);
    }
    if (line != null) {
      shape.setLineProperties(line);
    }
    return shape;
  }
}
