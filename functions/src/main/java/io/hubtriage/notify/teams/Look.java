package io.hubtriage.notify.teams;

/** A property of a text in a card: the only values this app uses of each. */
enum Look {
  SMALL("size", "Small"),
  LARGE("size", "Large"),
  BOLD("weight", "Bolder"),
  SUBTLE("isSubtle", "true"),
  GOOD("color", "Good"),
  ALARM("color", "Attention"),
  TIGHT("spacing", "None"),
  CLOSE("spacing", "Small"),
  APART("spacing", "Medium"),
  RIGHT("horizontalAlignment", "Right");

  private final String property;
  private final String value;

  Look(String property, String value) {
    this.property = property;
    this.value = value;
  }

  /** The name in the schema; two looks with one name exclude each other. */
  String property() {
    return property;
  }

  String value() {
    return value;
  }
}
