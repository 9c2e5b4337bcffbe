/** The fake keeps to the port's contract. */
@NullMarked
package io.hubtriage.watch.memory;

import org.jspecify.annotations.NullMarked;
