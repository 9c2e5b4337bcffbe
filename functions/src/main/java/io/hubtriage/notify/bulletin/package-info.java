/** What a notice says, in words but without a layout, so that every channel says the same. */
@NullMarked
package io.hubtriage.notify.bulletin;

import org.jspecify.annotations.NullMarked;
