package org.diaodu.bulletin;

import org.diaodu.page.PageTemplate;

/** The bulletin as one self-contained page. */
public final class BulletinPage {
  private BulletinPage() {}

  /** The page; the same bulletin gives the same bytes. */
  public static String html(Bulletin bulletin) {
    return PageTemplate.fill("bulletin/bulletin.html.peb", "bulletin", bulletin);
  }
}
