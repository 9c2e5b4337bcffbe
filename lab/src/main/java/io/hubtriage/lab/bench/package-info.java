/**
 * Measures how long a diagnosis takes and what memory it needs, on simulated hubs of growing size:
 * the growth table of {@code docs/performance.md} comes from here.
 */
@NullMarked
package io.hubtriage.lab.bench;

import org.jspecify.annotations.NullMarked;
