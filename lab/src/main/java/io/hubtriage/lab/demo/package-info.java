/**
 * A simulated hub from its rows to its alerts, through everything that ships: the queries, the
 * clients that ask them over HTTP, the pipeline and the messages.
 */
@NullMarked
package io.hubtriage.lab.demo;

import org.jspecify.annotations.NullMarked;
