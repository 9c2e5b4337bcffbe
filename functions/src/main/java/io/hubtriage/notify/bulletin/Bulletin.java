package io.hubtriage.notify.bulletin;

import java.util.List;

/**
 * A notice in words.
 *
 * @param kicker kind and severity, above the headline
 * @param headline what happened and how bad it is
 * @param place where and since when
 * @param preview all of that in one line, for lists and pop-ups
 * @param sections most urgent first
 * @param links most useful first; at most 4
 * @param smallPrint ids
 */
public record Bulletin(
    Tone tone,
    String kicker,
    String headline,
    String place,
    String preview,
    List<Section> sections,
    List<Link> links,
    String smallPrint) {
  /** Copies the lists. */
  public Bulletin {
    sections = List.copyOf(sections);
    links = List.copyOf(links);
  }
}
