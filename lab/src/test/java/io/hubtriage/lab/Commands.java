package io.hubtriage.lab;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/**
 * The command line as a test of another package types it.
 *
 * @param exit the exit code
 */
public record Commands(int exit, String out, String err) {
  /** Runs the program without ending the process. */
  public static Commands run(List<String> arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    PrintWriter stdout = new PrintWriter(out);
    PrintWriter stderr = new PrintWriter(err);
    int exit = Main.run(Main.COMMANDS, stdout, stderr, arguments.toArray(String[]::new));
    stdout.flush();
    stderr.flush();
    return new Commands(exit, out.toString(), err.toString());
  }
}
