/** A store that lives in memory: for the lab, and for tests. It keeps every promise of the port. */
@NullMarked
package io.hubtriage.watch.memory;

import org.jspecify.annotations.NullMarked;
