package io.hubtriage.azure.functions;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import io.hubtriage.azure.status.Report;
import io.hubtriage.azure.status.ReportJson;
import io.hubtriage.azure.status.Survey;
import io.hubtriage.azure.wiring.Ports;
import io.hubtriage.azure.wiring.Wiring;
import java.util.Optional;

/** Tells whether HubTriage itself sees and speaks: 200 when it sees, 503 when it is blind. */
public final class Status {
  private final Ports ports;

  /** As the worker makes it, one for every call. */
  public Status() {
    this(Wiring.shared());
  }

  /** On other parts. */
  public Status(Ports ports) {
    this.ports = ports;
  }

  /**
   * Looks and answers.
   *
   * @param request without parameters
   */
  @FunctionName("Status")
  public HttpResponseMessage run(
      @HttpTrigger(
              name = "request",
              methods = {HttpMethod.GET},
              authLevel = AuthorizationLevel.FUNCTION)
          HttpRequestMessage<Optional<String>> request,
      ExecutionContext context) {
    Report report = new Survey(ports).report();
    if (!report.problems().isEmpty()) {
      context.getLogger().warning(() -> "status: " + report.problems().get(0));
    }
    return request
        .createResponseBuilder(report.seeing() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
        .header("Content-Type", "application/json")
        .header("Cache-Control", "no-store")
        .body(ReportJson.write(report))
        .build();
  }
}
