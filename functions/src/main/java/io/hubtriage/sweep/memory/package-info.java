/** What a sweep remembers, held in memory: for the lab, and for tests. */
@NullMarked
package io.hubtriage.sweep.memory;

import org.jspecify.annotations.NullMarked;
