/** The app as it is packaged, before it is deployed. Runs in {@code mvn verify} only. */
@NullMarked
package io.hubtriage.lab.staged;

import org.jspecify.annotations.NullMarked;
