/** How the Azure clients read JSON: to its end and no further. */
@NullMarked
package io.hubtriage.azure.json;

import org.jspecify.annotations.NullMarked;
