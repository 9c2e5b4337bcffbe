/** The app as processes that are killed, started together, or drowned: nothing lost or doubled. */
@NullMarked
package io.hubtriage.reliability;

import org.jspecify.annotations.NullMarked;
