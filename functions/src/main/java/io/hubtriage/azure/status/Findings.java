package io.hubtriage.azure.status;

import io.hubtriage.azure.status.Problem.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What a survey found wrong so far. */
final class Findings {
  private static final String STORAGE =
      "check the storage account and the identity's role Storage Table Data Contributor";

  private final List<Problem> problems = new ArrayList<>();

  void add(Problem problem) {
    problems.add(problem);
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** Asks the storage; that it does not answer is a problem of this weight. */
  <T> Optional<T> ask(Weight weight, String what, Supplier<T> question) {
    return ask(weight, what, STORAGE, question);
  }

  /** Messages of our own exceptions are made for people; others may hold anything. */
  <T> Optional<T> ask(Weight weight, String what, String remedy, Supplier<T> question) {
    try {
      return Optional.of(question.get());
    } catch (RuntimeException e) {
      boolean ours = e.getClass().getPackageName().startsWith("io.hubtriage.");
      String reason = ours ? e.getMessage() : e.getClass().getSimpleName();
      problems.add(new Problem(weight, what + ": " + reason, remedy));
      return Optional.empty();
    }
  }
}
