package org.diaodu.contract;

import java.io.Serializable;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.diaodu.domain.TimePeriod;

/**
 * Records of one kind as rows of a table: a component {@code yoyPct} is the column {@code yoy_pct},
 * a code is its name, and what a record does not have the table may not have either.
 *
 * @param <R> the kind of record
 */
public final class RecordRows<R extends Record> implements Serializable {
  private static final long serialVersionUID = 1;

  private final Table table;
  private final Class<R> type;
  private transient MethodHandle[] components;

  /**
   * For a table.
   *
   * @throws IllegalArgumentException where record and contract do not have the same columns
   */
  public RecordRows(Table table, Class<R> type) {
    this.table = table;
    this.type = type;
    List<String> found =
        Arrays.stream(type.getRecordComponents()).map(RecordRows::column).sorted().toList();
    List<String> expected = new ArrayList<>(ContractReader.read(table).columnNames());
    expected.sort(null);
    if (!found.equals(expected)) {
      throw new IllegalArgumentException(
          "Cannot write %s as rows of %s: it has %s, expected %s"
              .formatted(type.getSimpleName(), table.fullName(), found, expected));
    }
  }

  /** The record as a row, with the columns of the contract in their order. */
  public Row row(R row) {
    MethodHandle[] handles = components();
    Object[] values = new Object[handles.length];
    for (int i = 0; i < handles.length; i++) {
      values[i] = value(handles[i], row);
    }
    return RowFactory.create(values);
  }

  private static Object value(MethodHandle component, Record row) {
    Object value;
    try {
      value = (Object) component.invokeExact(row);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("Cannot read a component of " + row, e);
    }
    if (value instanceof Enum<?> code) {
      return code.name();
    }
    if (value instanceof List<?> list) {
      return list.toArray();
    }
    return value instanceof TimePeriod period ? period.toString() : value;
  }

  /** In the order of the contract; looked up once on each machine. */
  private MethodHandle[] components() {
    if (components == null) {
      List<String> order = ContractReader.read(table).columnNames();
      MethodHandle[] found = new MethodHandle[order.size()];
      for (RecordComponent component : type.getRecordComponents()) {
        found[order.indexOf(column(component))] = accessor(component);
      }
      components = found;
    }
    return components;
  }

  private static MethodHandle accessor(RecordComponent component) {
    try {
      return MethodHandles.lookup()
          .unreflect(component.getAccessor())
          .asType(MethodType.methodType(Object.class, Record.class));
    } catch (IllegalAccessException e) {
      throw new IllegalArgumentException("Cannot read " + component + ": it is not public", e);
    }
  }

  private static String column(RecordComponent component) {
    return component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
