/**
 * Reads what operators have on disk: storage archives, event-hub captures and Log Analytics exports
 * of the connection log, and the lab's own metric, event and truth files. Rows go through one by
 * one; what is broken is counted and told, and the rest is read.
 */
@NullMarked
package io.hubtriage.lab.read;

import org.jspecify.annotations.NullMarked;
