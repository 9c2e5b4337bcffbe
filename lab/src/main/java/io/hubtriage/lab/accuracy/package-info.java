/**
 * Measures how right the verdicts are, on simulated fleets whose causes are known, and writes
 * {@code docs/accuracy.md}: every figure in it comes from here.
 */
@NullMarked
package io.hubtriage.lab.accuracy;

import org.jspecify.annotations.NullMarked;
