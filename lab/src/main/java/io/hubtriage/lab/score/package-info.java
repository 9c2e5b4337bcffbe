/** How right the verdicts are, where the true causes are known. */
@NullMarked
package io.hubtriage.lab.score;

import org.jspecify.annotations.NullMarked;
