/**
 * The connection log and the hub metric from memory: the pipeline's four questions answered from
 * rows that were read before, with nothing of the future showing.
 */
@NullMarked
package io.hubtriage.lab.log;

import org.jspecify.annotations.NullMarked;
