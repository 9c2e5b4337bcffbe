/** Tests of the embedded Log Analytics. */
@NullMarked
package io.hubtriage.lab.cloud;

import org.jspecify.annotations.NullMarked;
