package io.hubtriage.lab.baseline;

import io.hubtriage.model.Cause;
import io.hubtriage.model.ConnectionRow;
import io.hubtriage.model.Operation;

/**
 * Each row by its own code, as the table of errors in
 * learn.microsoft.com/azure/iot-hub/troubleshoot-error-codes explains it.
 */
public final class CodeTable implements Baseline {
  @Override
  public Cause judge(ConnectionRow row, Sight sight) {
    return switch (row.signal()) {
      case NONE ->
          row.operation() == Operation.DISCONNECT ? Cause.PLANNED_RECONNECT : Cause.UNKNOWN;
      case CLOSED_REMOTELY -> Cause.CONNECTION_LOST;
      case UNAUTHORIZED -> Cause.AUTHENTICATION_FAILURE;
      case SERVER_ERROR, GENERIC_TIMEOUT, SERVICE_UNAVAILABLE, INTERNAL_SERVER_ERROR ->
          Cause.HUB_TRANSIENT;
      case NEW_CONNECTION, LINK_CONFLICT -> Cause.DUPLICATE_IDENTITY;
      case UPGRADE_CLOSED, UPGRADE_REJECTED -> Cause.PLATFORM_UPGRADE;
      case THROTTLED, THROTTLED_OTHER, QUOTA_EXCEEDED -> Cause.THROTTLED;
      case OTHER -> Cause.UNKNOWN;
    };
  }
}
