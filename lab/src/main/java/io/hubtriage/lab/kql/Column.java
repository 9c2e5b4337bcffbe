package io.hubtriage.lab.kql;

/** A column of a table or of a result. */
public record Column(String name, Type type) {}
