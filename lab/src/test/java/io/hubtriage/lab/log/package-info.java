/** The connection log's contract, and the memory log kept to it. */
@NullMarked
package io.hubtriage.lab.log;

import org.jspecify.annotations.NullMarked;
