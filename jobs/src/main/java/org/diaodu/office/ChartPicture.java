package org.diaodu.office;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.diaodu.document.Block;
import org.diaodu.document.Figure;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryLabelPositions;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.CategoryItemRenderer;
import org.jfree.chart.renderer.category.LineAndShapeRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.data.category.DefaultCategoryDataset;

/**
 * A chart as a picture. The program brings no font: where none of this machine has Chinese
 * characters, there is no picture, and the figures of the chart stand in their table alone.
 */
public final class ChartPicture {
  /** Width of the picture. */
  static final int WIDTH = 1240;

  /** Height of the picture. */
  static final int HEIGHT = 480;

  private static final List<String> PREFERRED =
      List.of(
          "Noto Sans CJK SC",
          "Source Han Sans SC",
          "Noto Sans SC",
          "SimHei",
          "Microsoft YaHei",
          "WenQuanYi Zen Hei",
          "PingFang SC");
  private static final String SAMPLE = "占比走势调度通报";
  private static final Color INK = new Color(0x14181f);
  private static final Color GRID = new Color(0xd4d9e0);

  private ChartPicture() {}

  /** Name of the font that charts are drawn with; empty where no font has Chinese characters. */
  public static Optional<String> font() {
    List<String> installed =
        List.of(GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames());
    return Stream.concat(PREFERRED.stream().filter(installed::contains), installed.stream())
        .filter(name -> new Font(name, Font.PLAIN, 12).canDisplayUpTo(SAMPLE) < 0)
        .findFirst();
  }

  /** The picture as PNG; empty where no font has Chinese characters. */
  static Optional<byte[]> png(Block.Chart chart) {
    return font().map(font -> png(chart, font));
  }

  private static byte[] png(Block.Chart chart, String font) {
    JFreeChart drawn = drawn(chart);
    style(drawn, chart, font);
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    java.awt.Graphics2D graphics = picture.createGraphics();
    drawn.draw(graphics, new java.awt.Rectangle(WIDTH, HEIGHT));
    graphics.dispose();
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot draw " + chart.name(), e);
    }
    return png.toByteArray();
  }

  private static JFreeChart drawn(Block.Chart chart) {
    DefaultCategoryDataset data = new DefaultCategoryDataset();
    for (Block.Series series : chart.series()) {
      for (int i = 0; i < chart.categories().size(); i++) {
        Figure point = series.points().get(i);
        data.addValue(
            point == null ? null : point.rounded(), series.name(), chart.categories().get(i));
      }
    }
    boolean legend = chart.series().size() > 1;
    return switch (chart.kind()) {
      case lines ->
          ChartFactory.createLineChart(
              null, null, chart.unit(), data, PlotOrientation.VERTICAL, legend, false, false);
      case bars ->
          ChartFactory.createBarChart(
              null, null, chart.unit(), data, PlotOrientation.VERTICAL, legend, false, false);
      case stacked ->
          ChartFactory.createStackedBarChart(
              null, null, chart.unit(), data, PlotOrientation.HORIZONTAL, legend, false, false);
    };
  }

  private static void style(JFreeChart drawn, Block.Chart chart, String font) {
    Font words = new Font(font, Font.PLAIN, 24);
    drawn.setBackgroundPaint(Color.WHITE);
    drawn.setAntiAlias(true);
    CategoryPlot plot = drawn.getCategoryPlot();
    plot.setBackgroundPaint(Color.WHITE);
    plot.setOutlineVisible(false);
    plot.setRangeGridlinePaint(GRID);
    plot.getDomainAxis().setTickLabelFont(words);
    plot.getDomainAxis().setTickLabelPaint(INK);
    if (chart.categories().size() > 8 && chart.kind() != Block.Chart.Kind.stacked) {
      plot.getDomainAxis().setCategoryLabelPositions(CategoryLabelPositions.UP_45);
    }
    NumberAxis axis = (NumberAxis) plot.getRangeAxis();
    axis.setTickLabelFont(words);
    axis.setLabelFont(words);
    axis.setAutoRangeIncludesZero(chart.kind() != Block.Chart.Kind.lines);
    // A tenth of a point is not to look like a fall.
    axis.setAutoRangeMinimumSize(4);
    if (chart.kind() == Block.Chart.Kind.stacked) {
      axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
    }
    if (drawn.getLegend() != null) {
      drawn.getLegend().setItemFont(words);
      drawn.getLegend().setFrame(org.jfree.chart.block.BlockBorder.NONE);
    }
    CategoryItemRenderer renderer = plot.getRenderer();
    if (renderer instanceof BarRenderer bars) {
      bars.setBarPainter(new StandardBarPainter());
      bars.setShadowVisible(false);
      bars.setMaximumBarWidth(0.08);
    }
    for (int i = 0; i < chart.series().size(); i++) {
      line(renderer, i, chart.series().get(i).role());
    }
  }

  private static void line(CategoryItemRenderer renderer, int i, Block.Series.Role role) {
    renderer.setSeriesPaint(i, colour(role));
    if (renderer instanceof LineAndShapeRenderer lines) {
      boolean drawn = role == Block.Series.Role.figures || role == Block.Series.Role.target;
      lines.setSeriesLinesVisible(i, drawn);
      lines.setSeriesShapesVisible(i, role != Block.Series.Role.target);
      lines.setSeriesShape(i, new java.awt.geom.Ellipse2D.Double(-6, -6, 12, 12));
      lines.setSeriesStroke(
          i,
          role == Block.Series.Role.target
              ? new BasicStroke(
                  3f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10f, new float[] {12f, 8f}, 0f)
              : new BasicStroke(4f));
    }
  }

  private static Color colour(Block.Series.Role role) {
    return switch (role) {
      case figures, blue -> new Color(0x1f4e9e);
      case target, red -> new Color(0xb00000);
      case estimate -> new Color(0x7a00a0);
      case low, high, no_data -> new Color(0x80868f);
      case green -> new Color(0x2a8a4a);
      case yellow -> new Color(0xd9a420);
    };
  }
}
