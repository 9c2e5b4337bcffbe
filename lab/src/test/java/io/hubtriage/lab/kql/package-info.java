/** Tests of the translator. */
@NullMarked
package io.hubtriage.lab.kql;

import org.jspecify.annotations.NullMarked;
