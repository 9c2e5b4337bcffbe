/** What the commands share at the terminal: errors in one line, progress, tables. */
@NullMarked
package io.hubtriage.lab.cli;

import org.jspecify.annotations.NullMarked;
