/**
 * One look at a hub, start to end: ask the log, explain what is normal, diagnose the rest, bring
 * the incidents up to date. The ports to the log, the metric and the memory between sweeps stand
 * here.
 */
@NullMarked
package io.hubtriage.sweep;

import org.jspecify.annotations.NullMarked;
