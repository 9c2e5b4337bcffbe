/** What HubTriage says of itself, and when it keeps quiet. */
@NullMarked
package io.hubtriage.watch;

import org.jspecify.annotations.NullMarked;
