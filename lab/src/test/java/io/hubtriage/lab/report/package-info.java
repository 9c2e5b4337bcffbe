/** The page must be well formed, harmless and true to its story. */
@NullMarked
package io.hubtriage.lab.report;

import org.jspecify.annotations.NullMarked;
