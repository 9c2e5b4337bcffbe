package io.hubtriage.lab.simulate;

/** A kind of credential. */
public enum Auth {
  SAS("sas"),
  X509("x509Certificate");

  private final String type;

  Auth(String type) {
    this.type = type;
  }

  /** The {@code type} inside the log's {@code authType}. */
  public String type() {
    return type;
  }
}
