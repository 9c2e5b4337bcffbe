/** What a replay found, as one self-contained page. */
@NullMarked
package io.hubtriage.lab.report;

import org.jspecify.annotations.NullMarked;
