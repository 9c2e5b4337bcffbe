/** The measuring of accuracy is measured itself, and so is what the evidence says. */
@NullMarked
package io.hubtriage.lab.accuracy;

import org.jspecify.annotations.NullMarked;
