package io.hubtriage.lab.read;

import io.hubtriage.model.Cause;

/**
 * A disconnect or error row and its cause, true or found.
 *
 * @param cause the last word on it
 * @param firstCause the first verdict that was not {@link Cause#UNKNOWN}; that itself if there was
 *     none; in truth the same as {@code cause}
 */
public record LabelledRow(RowId row, Cause cause, Cause firstCause) {}
