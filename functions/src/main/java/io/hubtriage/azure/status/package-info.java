/** Looks at HubTriage itself: does it still see, does it still speak, and if not, what to do. */
@NullMarked
package io.hubtriage.azure.status;

import org.jspecify.annotations.NullMarked;
