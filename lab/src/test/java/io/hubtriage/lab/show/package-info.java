/** Tests of the page: over loopback, as a browser asks. */
@NullMarked
package io.hubtriage.lab.show;

import org.jspecify.annotations.NullMarked;
