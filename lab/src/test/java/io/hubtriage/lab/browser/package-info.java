/** Tests of what a browser makes of the page and the report. */
@NullMarked
package io.hubtriage.lab.browser;

import org.jspecify.annotations.NullMarked;
