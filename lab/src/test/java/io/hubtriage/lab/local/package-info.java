/** Tests of the stand-ins, over loopback as the app asks them. */
@NullMarked
package io.hubtriage.lab.local;

import org.jspecify.annotations.NullMarked;
