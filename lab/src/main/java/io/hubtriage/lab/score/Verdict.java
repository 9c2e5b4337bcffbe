package io.hubtriage.lab.score;

import io.hubtriage.lab.read.LabelledRow;
import java.time.Instant;
import java.util.Optional;

/**
 * What somebody thought of a disconnect or error row.
 *
 * @param label the row with the last and the first cause it was given
 * @param firstAt when the first cause was given; empty if none was
 */
public record Verdict(LabelledRow label, Optional<Instant> firstAt) {}
