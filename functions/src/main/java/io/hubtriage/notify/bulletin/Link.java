package io.hubtriage.notify.bulletin;

/**
 * Somewhere to go on reading.
 *
 * @param title what is there, in the reader's language
 * @param url absolute and ASCII, at most {@link io.hubtriage.notify.Audience#MAX_LINK} characters
 */
public record Link(String title, String url) {}
