/** Scores, worked out by hand. */
@NullMarked
package io.hubtriage.lab.score;

import org.jspecify.annotations.NullMarked;
