/** Whole lives of incidents in virtual time: exactly what people heard, and nothing else. */
@NullMarked
package io.hubtriage.story;

import org.jspecify.annotations.NullMarked;
