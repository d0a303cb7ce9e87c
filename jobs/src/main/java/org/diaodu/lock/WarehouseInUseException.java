package org.diaodu.lock;

/** Another process is writing to the warehouse; nothing of this one's is published. */
public final class WarehouseInUseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WarehouseInUseException(String warehouse, String holder) {
    super(
        "无法进行：%s 正在被使用（%s）。请等它结束后再运行；它若已中断，锁会自动解除，不用手工删除。"
            .formatted(warehouse, holder.isBlank() ? "使用者不明" : holder));
  }
}
