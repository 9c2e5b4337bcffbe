/** Stores that live in memory: for the lab, and for tests. They keep every promise of the ports. */
@NullMarked
package io.hubtriage.incident.memory;

import org.jspecify.annotations.NullMarked;
