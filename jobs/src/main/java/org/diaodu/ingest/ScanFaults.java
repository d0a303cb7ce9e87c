package org.diaodu.ingest;

/** What one pass over the bytes of a file can find wrong with it, in words for its sender. */
final class ScanFaults {
  private ScanFaults() {}

  static Fault headerTooLong(long line, long bytes) {
    return at(
        "no_header",
        line,
        "%d字节的一行".formatted(bytes),
        "表头",
        "第%d行有%d字节，不像表头。请检查是否缺少换行".formatted(line, bytes));
  }

  /** A last line without its end may be half of one: 12 of 1234.5. */
  static Fault unfinishedLine(long line, String text) {
    return at(
        "unfinished_line",
        line,
        text,
        "以换行结束的一行",
        "第%d行是最后一行，却没有以换行结束，末尾可能没有传完。请核对这一行，在它后面加一个换行再报送；其余各行照常读取".formatted(line));
  }

  static Fault lineTooLong(long line, long bytes, long most, String beginning) {
    return at(
        "line_too_long",
        line,
        "%d字节，开头是：%s".formatted(bytes, beginning),
        "不超过%d字节".formatted(most),
        "第%d行有%d字节，不像一条记录。请检查是否缺少换行；其余各行照常读取".formatted(line, bytes));
  }

  static Fault carriageReturnsAlone() {
    return whole(
        "cr_line_ends",
        "只用回车（CR）结尾的行",
        "文件的行只用回车符（CR）结尾，没有换行符（LF），无法分行。请用Excel另存为“CSV UTF-8”后重新报送");
  }

  static Fault empty(boolean onlyHeader) {
    return whole("empty_file", "0个数据行", onlyHeader ? "文件只有表头，没有数据。请核对后重新报送" : "文件是空的。请核对后重新报送");
  }

  static Fault notText() {
    return whole("binary_file", "二进制内容", "文件不是文本。请另存为CSV或Excel工作簿后重新报送");
  }

  private static Fault whole(String rule, String found, String message) {
    return at(rule, 0, found, "整洁格式的CSV", message);
  }

  private static Fault at(String rule, long line, String found, String expected, String message) {
    return Fault.at(rule, Fault.Severity.reject, line, 0, found, expected, message);
  }
}
