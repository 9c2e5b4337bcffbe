package io.hubtriage.lab.log;

import io.hubtriage.model.Device;
import io.hubtriage.model.Hub;

/** Whose rows they are. */
record Series(Hub hub, Device device) {}
