package io.hubtriage.settings;

import java.time.Instant;

/**
 * Somebody knows already: quiet until a moment. What is still wrong then is told.
 *
 * @param until exclusive
 * @param reason why, for those who wonder at the quiet
 */
public record Silence(Matcher match, Instant until, String reason) {}
