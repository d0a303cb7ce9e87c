package org.diaodu.table;

/** A later version of the program wrote the warehouse; this one would damage it. */
public final class NewerWarehouseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NewerWarehouseException(String warehouse, int found, int known) {
    super(
        "%s 由更新版本的程序写过（表结构第%d版，本程序只认识到第%d版），没有运行。请改用新版本的程序；要退回旧版本，请先恢复升级前的备份。"
            .formatted(warehouse, found, known));
  }
}
