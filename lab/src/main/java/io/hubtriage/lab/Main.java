package io.hubtriage.lab;

import io.hubtriage.lab.backtest.BacktestCommand;
import io.hubtriage.lab.cli.InputException;
import io.hubtriage.lab.demo.DemoCommand;
import io.hubtriage.lab.local.LocalCommand;
import io.hubtriage.lab.simulate.SimulateCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line. Exit codes: 0 done, {@value #BAD_INPUT} bad arguments or input (said in one
 * line), {@value #FAILED} anything else.
 */
@Command(
    name = "hubtriage",
    description = "Finds out why Azure IoT Hub devices disconnect, on your own machine.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "hubtriage COMMAND --help tells more of one command."})
public final class Main implements Runnable {
  static final int FAILED = 1;
  static final int BAD_INPUT = 2;

  /** A new command is one more line here. */
  static final List<Class<? extends Runnable>> COMMANDS =
      List.of(
          DemoCommand.class,
          LocalCommand.class,
          BacktestCommand.class,
          SimulateCommand.class,
          CheckSettingsCommand.class);

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help and exit.")
  @SuppressWarnings("UnusedVariable") // picocli asks for a place to note that it showed the help
  private boolean help;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace if something fails.")
  private boolean debug;

  @Spec private CommandSpec spec = CommandSpec.create();

  private Main() {}

  /** Runs a command and ends the process. */
  public static void main(String... args) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int code = run(COMMANDS, out, err, args);
    out.flush();
    System.exit(code);
  }

  /** Runs one of the commands and returns its exit code. */
  static int run(
      List<Class<? extends Runnable>> commands, PrintWriter out, PrintWriter err, String... args) {
    Main main = new Main();
    CommandLine line = new CommandLine(main);
    commands.forEach(line::addSubcommand);
    line.setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(main.badArguments())
        .setExecutionExceptionHandler(main.failure());
    try {
      return line.execute(args);
    } catch (OutOfMemoryError e) {
      err.println("hubtriage: out of memory; give it more, as in HUBTRIAGE_JAVA_OPTS=-Xmx4g");
      return FAILED;
    }
  }

  /** Without a command there is nothing to do. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing: " + commands());
  }

  private IParameterExceptionHandler badArguments() {
    return (e, args) -> {
      PrintWriter err = e.getCommandLine().getErr();
      String command = e.getCommandLine().getCommandSpec().qualifiedName();
      err.println("hubtriage: " + oneLine(reason(e)) + "; see " + command + " --help");
      trace(e, err);
      return BAD_INPUT;
    };
  }

  /** Picocli calls a command it does not know an argument too many. */
  private String reason(ParameterException e) {
    return e instanceof UnmatchedArgumentException unmatched
            && !unmatched.isUnknownOption()
            && e.getCommandLine().getCommandSpec() == spec
        ? "there is no command " + unmatched.getUnmatched().get(0) + "; there are " + commands()
        : e.getMessage();
  }

  private String commands() {
    return spec.subcommands().keySet().stream().sorted().collect(Collectors.joining(", "));
  }

  private IExecutionExceptionHandler failure() {
    return (Exception e, CommandLine line, ParseResult parsed) -> {
      PrintWriter err = line.getErr();
      if (e instanceof InputException refused) {
        err.println(refused.oneLine());
        trace(e, err);
        return BAD_INPUT;
      }
      err.println(
          "hubtriage: failed: " + oneLine(e.toString()) + (debug ? "" : "; --debug shows where"));
      trace(e, err);
      return FAILED;
    };
  }

  private void trace(Exception e, PrintWriter err) {
    if (debug) {
      e.printStackTrace(err);
    }
  }

  private static String oneLine(@Nullable String message) {
    return message == null ? "" : message.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
