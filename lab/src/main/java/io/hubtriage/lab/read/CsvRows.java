package io.hubtriage.lab.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.hubtriage.lab.cli.InputException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Connection rows out of a Log Analytics CSV export. */
final class CsvRows {
  private static final CsvMapper MAPPER =
      CsvMapper.builder()
          .enable(CsvParser.Feature.WRAP_AS_ARRAY)
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .build();

  private final Input input;
  private final Tally tally;
  private final RowMaker maker;

  CsvRows(Input input, Tally tally, RowMaker maker) {
    this.input = input;
    this.tally = tally;
    this.maker = maker;
  }

  /**
   * Reads all rows.
   *
   * @throws InputException if the header lacks a column nothing can be read without
   */
  void read(char separator) throws IOException {
    CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(separator);
    try (MappingIterator<String[]> lines =
        MAPPER.readerFor(String[].class).with(schema).readValues(input.text())) {
      List<Optional<Column>> header = Arrays.stream(lines.nextValue()).map(Column::named).toList();
      check(header);
      while (lines.hasNextValue()) {
        String[] values = lines.nextValue();
        take(values, header, lines.getParser().currentTokenLocation().getLineNr());
      }
    } catch (JsonProcessingException e) {
      long line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      tally.fault(
          input.file(),
          line,
          "not CSV: " + e.getOriginalMessage() + "; the file is not read from here on");
    }
  }

  private void check(List<Optional<Column>> header) {
    for (Column column : List.of(Column.TIME, Column.OPERATION, Column.PROPERTIES)) {
      if (!header.contains(Optional.of(column))) {
        throw new InputException(
            input.file()
                + " has no column for "
                + column.exportName()
                + ": export TimeGenerated, _ResourceId, OperationName, Category, Level, ResultType,"
                + " ResultDescription and properties_s");
      }
    }
  }

  private void take(String[] values, List<Optional<Column>> header, long line) {
    RawRow raw = new RawRow();
    for (int i = 0; i < Math.min(values.length, header.size()); i++) {
      String value = values[i];
      header.get(i).ifPresent(column -> raw.set(column, value));
    }
    try {
      if (values.length != header.size()) {
        throw new BadRecordException(
            "has " + values.length + " values for " + header.size() + " columns");
      }
      maker.take(raw);
    } catch (BadRecordException e) {
      tally.fault(input.file(), line, String.valueOf(e.getMessage()));
    }
  }
}
