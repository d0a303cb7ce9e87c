package org.diaodu.office;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.Units;
import org.apache.poi.xddf.usermodel.XDDFShapeProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickLabelPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.Grouping;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.xmlbeans.XmlCursor;
import org.diaodu.document.Block;
import org.diaodu.document.Figure;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDLbls;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTLineSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumFmt;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTPlotArea;
import org.openxmlformats.schemas.drawingml.x2006.chart.STDLblPos;

/**
 * A chart as Word draws it itself: sharp in every size, with its figures in a workbook behind it,
 * so that the office can change how it looks.
 */
final class WordChart {
  private static final double HEIGHT_TO_WIDTH = 0.42;
  private static final double ROW_POINTS = 26;
  private static final double AXIS_POINTS = 60;
  private static final String NAMESPACE = "http://schemas.openxmlformats.org/drawingml/2006/chart";
  private static final String NO_TIME = "1980-01-01T00:00:00Z";

  private final Block.Chart of;
  private final XWPFChart chart;
  private final XDDFCategoryDataSource categories;
  private XDDFCategoryAxis names;
  private XDDFValueAxis values;

  private WordChart(Block.Chart of, XWPFChart chart) {
    this.of = of;
    this.chart = chart;
    this.categories =
        XDDFDataSourcesFactory.fromArray(
            of.categories().toArray(String[]::new), chart.formatRange(column(0)), 0);
  }

  /**
   * Puts a chart into a run.
   *
   * @param points its width
   * @param described what is drawn, for those who cannot see it
   */
  static void put(Block.Chart of, XWPFDocument word, XWPFRun run, double points, String described) {
    double height =
        isSideways(of)
            ? AXIS_POINTS + ROW_POINTS * of.categories().size()
            : points * HEIGHT_TO_WIDTH;
    try {
      XWPFChart chart = word.createChart(run, Units.toEMU(points), Units.toEMU(height));
      new WordChart(of, chart).draw();
      chart.getWorkbook().getProperties().getCoreProperties().setCreated(NO_TIME);
      chart.getWorkbook().getProperties().getCoreProperties().setModified(NO_TIME);
      run.getCTR().getDrawingArray(0).getInlineArray(0).getDocPr().setDescr(described);
    } catch (IOException | OpenXML4JException e) {
      throw new IllegalStateException("Cannot draw " + of.name(), e);
    }
  }

  /** Names of targets and actions are long: their bars lie. */
  private static boolean isSideways(Block.Chart of) {
    return of.kind() == Block.Chart.Kind.stacked
        || (of.kind() == Block.Chart.Kind.bars && of.series().size() > 1);
  }

  private void draw() throws IOException, InvalidFormatException {
    boolean lies = isSideways(of);
    names = chart.createCategoryAxis(lies ? AxisPosition.LEFT : AxisPosition.BOTTOM);
    values = chart.createValueAxis(lies ? AxisPosition.BOTTOM : AxisPosition.LEFT);
    names.setTickLabelPosition(AxisTickLabelPosition.LOW);
    if (lies) {
      names.setOrientation(AxisOrientation.MAX_MIN);
    }
    values.setCrosses(lies ? AxisCrosses.MAX : AxisCrosses.AUTO_ZERO);
    values.setCrossBetween(AxisCrossBetween.BETWEEN);
    values.getOrAddMajorGridProperties().setLineProperties(ChartColours.thin(ChartColours.GRID));
    chart.setAutoTitleDeleted(true);
    // What is not known is not nothing.
    chart.displayBlanksAs(DisplayBlanks.GAP);
    switch (of.kind()) {
      case lines, dots -> lines();
      case bars -> bars(BarGrouping.CLUSTERED);
      case stacked -> bars(BarGrouping.STACKED);
      case waterfall -> waterfall();
    }
    if (of.series().size() > 1) {
      chart.getOrAddLegend().setPosition(LegendPosition.TOP);
    }
  }

  private void lines() {
    XDDFLineChartData data = (XDDFLineChartData) chart.createData(ChartTypes.LINE, names, values);
    data.setGrouping(Grouping.STANDARD);
    data.setVaryColors(false);
    for (int i = 0; i < of.series().size(); i++) {
      Block.Series series = of.series().get(i);
      XDDFLineChartData.Series line =
          (XDDFLineChartData.Series)
              add(data, i + 1, series.name(), series.points().stream().map(WordChart::value));
      line.setSmooth(false);
      line.setMarkerStyle(marker(series.role()));
      line.setShapeProperties(
          isJoined(series.role()) ? ChartColours.line(series.role()) : ChartColours.withoutLine());
    }
    chart.plot(data);
    for (int i = 0; i < of.series().size(); i++) {
      finish(plotted().getLineChartArray(0).getSerArray(i), of.series().get(i));
    }
  }

  /** What POI has no words for: the fill of markers, and the figures at the points. */
  private void finish(CTLineSer line, Block.Series series) {
    if (line.isSetMarker() && marker(series.role()) != MarkerStyle.NONE) {
      XDDFShapeProperties filled = ChartColours.filled(ChartColours.of(series.role()));
      line.getMarker().setSpPr(filled.getXmlObject());
    }
    if (series.role() == Block.Series.Role.figures) {
      label(line.addNewDLbls(), series, STDLblPos.T);
    } else if (series.points().stream().filter(Objects::nonNull).count() == 1) {
      label(line.addNewDLbls(), series, STDLblPos.R);
    }
  }

  private void bars(BarGrouping grouping) {
    XDDFBarChartData data = barData(grouping);
    for (int i = 0; i < of.series().size(); i++) {
      Block.Series series = of.series().get(i);
      add(data, i + 1, series.name(), series.points().stream().map(WordChart::value))
          .setShapeProperties(ChartColours.filled(ChartColours.of(series.role())));
    }
    chart.plot(data);
    space(grouping);
    for (int i = 0; i < of.series().size(); i++) {
      label(
          plotted().getBarChartArray(0).getSerArray(i).addNewDLbls(),
          of.series().get(i),
          grouping == BarGrouping.STACKED ? STDLblPos.CTR : STDLblPos.OUT_END);
    }
  }

  private void waterfall() {
    XDDFBarChartData data = barData(BarGrouping.STACKED);
    Waterfall bars = Waterfall.of(of.series().get(0).points());
    int place = 1;
    for (Waterfall.Piece piece : Waterfall.Piece.values()) {
      add(data, place++, piece.nameZh(), Arrays.stream(bars.of(piece)))
          .setShapeProperties(
              piece == Waterfall.Piece.base
                  ? ChartColours.invisible()
                  : ChartColours.filled(piece.colour()));
    }
    chart.plot(data);
    space(BarGrouping.STACKED);
  }

  /**
   * Room between the bars, in percent of their width, and none between those of a stack. The
   * classes for these two elements are not in the schemas that POI brings along.
   */
  private void space(BarGrouping grouping) {
    try (XmlCursor before = plotted().getBarChartArray(0).getAxIdArray(0).newCursor()) {
      element(before, "gapWidth", "60");
      element(before, "overlap", grouping == BarGrouping.STACKED ? "100" : "0");
    }
  }

  private static void element(XmlCursor before, String name, String value) {
    before.beginElement(new QName(NAMESPACE, name, "c"));
    before.insertAttributeWithValue("val", value);
    before.toNextToken();
  }

  private XDDFBarChartData barData(BarGrouping grouping) {
    XDDFBarChartData data = (XDDFBarChartData) chart.createData(ChartTypes.BAR, names, values);
    data.setBarDirection(isSideways(of) ? BarDirection.BAR : BarDirection.COL);
    data.setBarGrouping(grouping);
    data.setVaryColors(false);
    return data;
  }

  private XDDFChartData.Series add(
      XDDFChartData data, int place, String name, Stream<BigDecimal> points) {
    XDDFChartData.Series series =
        data.addSeries(
            categories,
            XDDFDataSourcesFactory.fromArray(
                points.toArray(BigDecimal[]::new), chart.formatRange(column(place)), place));
    series.setTitle(name, chart.setSheetTitle(name, place));
    return series;
  }

  /** A column of the workbook, below its head. */
  private CellRangeAddress column(int place) {
    return new CellRangeAddress(1, of.categories().size(), place, place);
  }

  private CTPlotArea plotted() {
    return chart.getCTChart().getPlotArea();
  }

  /** With as many decimals as the figures are printed with. */
  private static void label(CTDLbls labels, Block.Series series, STDLblPos.Enum place) {
    int decimals =
        series.points().stream()
            .filter(Objects::nonNull)
            .mapToInt(Figure::decimals)
            .max()
            .orElse(0);
    CTNumFmt format = labels.addNewNumFmt();
    format.setFormatCode(decimals == 0 ? "0" : "0." + "0".repeat(decimals));
    format.setSourceLinked(false);
    labels.addNewDLblPos().setVal(place);
    labels.addNewShowLegendKey().setVal(false);
    labels.addNewShowVal().setVal(true);
    labels.addNewShowCatName().setVal(false);
    labels.addNewShowSerName().setVal(false);
    labels.addNewShowPercent().setVal(false);
    labels.addNewShowBubbleSize().setVal(false);
  }

  /** A curve over time, or a level that others are held against; points of areas are no trend. */
  private boolean isJoined(Block.Series.Role role) {
    return switch (role) {
      case target, average, alone -> true;
      case figures -> of.kind() == Block.Chart.Kind.lines;
      default -> false;
    };
  }

  private static MarkerStyle marker(Block.Series.Role role) {
    return switch (role) {
      case target, average -> MarkerStyle.NONE;
      case estimate -> MarkerStyle.DIAMOND;
      case low, high -> MarkerStyle.DASH;
      case alone -> MarkerStyle.TRIANGLE;
      default -> MarkerStyle.CIRCLE;
    };
  }

  private static BigDecimal value(Figure point) {
    return point == null ? null : point.rounded();
  }
}
