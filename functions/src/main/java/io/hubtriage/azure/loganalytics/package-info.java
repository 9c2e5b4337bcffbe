/** The hubs' connection logs in Log Analytics: shipped queries, their parameters and answers. */
@NullMarked
package io.hubtriage.azure.loganalytics;

import org.jspecify.annotations.NullMarked;
