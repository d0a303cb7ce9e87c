package org.diaodu.cli;

import java.io.PrintWriter;
import java.util.List;
import org.diaodu.region.PackFault;

/** Faults of a pack, one a line. */
final class FaultText {
  private FaultText() {}

  static void print(PrintWriter out, List<PackFault> faults) {
    for (PackFault fault : faults) {
      out.println(fault);
    }
    out.printf("地区包有 %d 处错误，改正后再运行%n", faults.size());
  }
}
