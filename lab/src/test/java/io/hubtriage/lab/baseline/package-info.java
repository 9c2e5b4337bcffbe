/** The methods we measure against do what their descriptions say. */
@NullMarked
package io.hubtriage.lab.baseline;

import org.jspecify.annotations.NullMarked;
