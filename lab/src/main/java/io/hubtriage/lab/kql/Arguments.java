package io.hubtriage.lab.kql;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The arguments of one call: asked for by position and type, refused with both. */
record Arguments(Expression.Call call, List<Sql> values) {
  Arguments {
    values = List.copyOf(values);
  }

  int count() {
    return values.size();
  }

  /**
   * Checks their number.
   *
   * @throws KqlException if there are fewer than {@code least} or more than {@code most}
   */
  Arguments between(int least, int most) {
    if (count() < least || count() > most) {
      String wanted = least == most ? "" + least : least + " to " + most;
      throw KqlException.semantic(
          call.at(), call.function() + "() takes " + wanted + " arguments, not " + count());
    }
    return this;
  }

  Arguments exactly(int number) {
    return between(number, number);
  }

  /** An argument that may be of these types; without types, of any. */
  Sql get(int index, Type... types) {
    Sql value = values.get(index);
    if (types.length > 0 && !Arrays.asList(types).contains(value.type())) {
      throw KqlException.semantic(
          written(index).at(),
          "argument "
              + (index + 1)
              + " of "
              + call.function()
              + "() is "
              + value.type().kql()
              + " and must be "
              + Arrays.stream(types).map(Type::kql).collect(Collectors.joining(" or ")));
    }
    return value;
  }

  /** An argument that must be a string literal. */
  String literal(int index) {
    if (written(index) instanceof Expression.Text text) {
      return text.value();
    }
    get(index, Type.STRING);
    throw KqlException.notCovered(written(index).at(), "anything but a string literal here");
  }

  /** An argument that must be a whole number. */
  long number(int index) {
    if (written(index) instanceof Expression.Whole number) {
      return number.value();
    }
    get(index, Type.LONG);
    throw KqlException.notCovered(written(index).at(), "anything but a number here");
  }

  Expression written(int index) {
    return call.arguments().get(index);
  }
}
