package org.diaodu.pipeline;

/** Another run is using the warehouse; nothing was begun. */
public final class WarehouseInUseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WarehouseInUseException(String warehouse) {
    super("无法开始：另一次运行正在使用 %s。请等它结束后再运行。".formatted(warehouse));
  }
}
