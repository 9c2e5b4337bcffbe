/** Every form of input, sound and broken. */
@NullMarked
package io.hubtriage.lab.read;

import org.jspecify.annotations.NullMarked;
