package io.hubtriage.diagnose;

/**
 * Where a drop is judged: the device's own habits and what goes on around it.
 *
 * @param habits what the device does by itself
 * @param surroundings what its hub and network go through
 */
record Setting(Habits habits, Surroundings surroundings) {}
