package org.diaodu.table;

import org.diaodu.region.RegionPack;

/** A warehouse holds the figures of one region, and the pack is that of another. */
public final class OtherRegionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private OtherRegionException(RegionPack pack, Manifest manifest) {
    super(
        "这个仓库是地区 %s 的，而地区包 %s 是地区 %s（%s）的，所以没有运行。请用 --region 选对地区包，或用 --warehouse 换一个仓库：一个仓库只放一个地区。"
            .formatted(manifest.region(), pack.name(), pack.totalArea(), pack.nameZh()));
  }

  /**
   * Holds a pack against what a warehouse published. Areas of two regions have other codes, so that
   * nothing would be mixed up, only computed again for half of what is there.
   */
  public static void require(RegionPack pack, Manifest manifest) {
    if (differs(pack, manifest)) {
      throw new OtherRegionException(pack, manifest);
    }
  }

  /** Whether it is another region; a manifest of before does not say which it is. */
  public static boolean differs(RegionPack pack, Manifest manifest) {
    return !manifest.region().isEmpty() && !manifest.region().equals(pack.totalArea());
  }
}
