package io.hubtriage.lab.report;

/** Placeholder of the merge. */
public final class Report {
  private Report() {}

  public static String render(Story story) {
    return story.source();
  }
}
