package org.diaodu.operation;

import java.util.Locale;

/** What to do about a failure, in Chinese. */
public final class Remedy {
  private Remedy() {}

  /** For a failure and what caused it. */
  public static String of(Throwable failure) {
    StringBuilder all = new StringBuilder();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      all.append(cause).append('\n');
    }
    return of(all.toString());
  }

  /** For the words of a failure. */
  public static String of(String words) {
    String text = words.toLowerCase(Locale.ROOT);
    if (text.contains("no space left") || text.contains("disk quota")) {
      return "磁盘满了：腾出空间（bin/diaodu maintain 可以删除不用的旧文件）后再运行一次。";
    }
    if (text.contains("read-only file system")
        || text.contains("permission denied")
        || text.contains("accessdenied")) {
      return "没有写入的权限：检查仓库和输出文件夹的属主、权限和挂载方式，再运行一次。";
    }
    if (text.contains("outofmemory")
        || text.contains("heap space")
        || text.contains("gc overhead")) {
      return "内存不够：用环境变量 DIAODU_JVM 加大内存，如 -Xmx4g，再运行一次。";
    }
    if (text.contains("differs from schemas/")) {
      return "表的结构与程序不符：见 docs/operations.md“升级”一节。";
    }
    if (text.contains("checksum")
        || text.contains("delta_log")
        || text.contains("not a parquet file")
        || text.contains("filenotfoundexception")) {
      return "仓库的文件损坏或缺失：用备份恢复那张表，或由收件文件夹重建，见 docs/operations.md“备份和恢复”一节。";
    }
    return "再运行一次；仍然失败时，把日志（log/diaodu.jsonl）交给维护人员。";
  }
}
