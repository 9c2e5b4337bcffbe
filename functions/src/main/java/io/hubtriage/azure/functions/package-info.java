/**
 * The triggers: what the functions host calls. Each takes the host's values, hands them to the
 * pipeline and leaves one line in the log.
 */
@NullMarked
package io.hubtriage.azure.functions;

import org.jspecify.annotations.NullMarked;
