/** Tests of the demo, as it is typed. */
@NullMarked
package io.hubtriage.lab.demo;

import org.jspecify.annotations.NullMarked;
