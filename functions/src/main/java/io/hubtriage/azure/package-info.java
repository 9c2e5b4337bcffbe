/**
 * The edge: triggers, adapters, wiring. Only here is there a clock, an environment or a network.
 */
@NullMarked
package io.hubtriage.azure;

import org.jspecify.annotations.NullMarked;
