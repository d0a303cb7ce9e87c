package org.diaodu.feedback;

import org.diaodu.page.PageTemplate;

/** The feedback on a file as one page that prints on A4. */
public final class FeedbackPage {
  private FeedbackPage() {}

  /** The page; the same feedback gives the same bytes. */
  public static String html(FileFeedback feedback) {
    return PageTemplate.fill("feedback/feedback.html.peb", "feedback", feedback);
  }
}
