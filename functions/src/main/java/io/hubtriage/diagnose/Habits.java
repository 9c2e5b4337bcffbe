package io.hubtriage.diagnose;

import io.hubtriage.model.Client;

/**
 * What one device does by itself, as far as its timeline and its cohort tell.
 *
 * @param client the software at the device's end
 * @param lives token lives; {@link TokenLives#NONE} where renewals cannot drop the connection
 * @param lossRate irregular losses per hour
 * @param plannedRate disconnects of its own accord per hour
 * @param timeouts keep-alive loops it may fall into
 * @param crashMean mean session of its crash loop in hours
 */
record Habits(
    Client client,
    TokenLives lives,
    double lossRate,
    double plannedRate,
    Timeouts timeouts,
    double crashMean) {}
