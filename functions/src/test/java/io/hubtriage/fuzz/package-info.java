/** Broken input for everything that parses: the documented exception or an answer, and soon. */
@NullMarked
package io.hubtriage.fuzz;

import org.jspecify.annotations.NullMarked;
