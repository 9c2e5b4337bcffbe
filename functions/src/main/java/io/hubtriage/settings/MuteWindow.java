package io.hubtriage.settings;

/**
 * Hours in which incidents are not told. Muting delays and never loses: what is still wrong when
 * the window closes is told then.
 *
 * @param name for logs and the status page
 */
public record MuteWindow(String name, Matcher match, Schedule schedule) {}
