/** What others do: three usual ways to tell causes apart, to measure ours against. */
@NullMarked
package io.hubtriage.lab.baseline;

import org.jspecify.annotations.NullMarked;
