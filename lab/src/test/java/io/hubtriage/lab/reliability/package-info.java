/** The pipeline over simulated fleets when something fails: pauses, storms, losses. */
@NullMarked
package io.hubtriage.lab.reliability;

import org.jspecify.annotations.NullMarked;
