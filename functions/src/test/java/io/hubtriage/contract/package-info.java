/** What every adapter of a port must keep to: one kit per port, run on every adapter. */
@NullMarked
package io.hubtriage.contract;

import org.jspecify.annotations.NullMarked;
