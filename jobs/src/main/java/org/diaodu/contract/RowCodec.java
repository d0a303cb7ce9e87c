package org.diaodu.contract;

import java.io.Serializable;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.diaodu.domain.TimePeriod;

/**
 * Records of one kind as rows, and rows as records: a component {@code yoyPct} is the column {@code
 * yoy_pct}. Components are what a row holds ({@code String, BigDecimal, Integer, Long, Boolean,
 * LocalDate, Instant}, lists of texts), codes as enums by their name, and periods as {@link
 * TimePeriod}. What a record does not have, a table may not have either.
 *
 * @param <R> the kind of record
 */
public final class RowCodec<R extends Record> implements Serializable {
  private static final long serialVersionUID = 1;
  private static final Set<Class<?>> AS_THEY_ARE =
      Set.of(
          String.class,
          BigDecimal.class,
          Integer.class,
          int.class,
          Long.class,
          long.class,
          Boolean.class,
          boolean.class,
          LocalDate.class,
          Instant.class);

  private final Class<R> type;

  /** In the order of a row. */
  private final List<String> columns;

  private transient Handles handles;

  private RowCodec(Class<R> type, List<String> columns) {
    this.type = type;
    this.columns = columns;
  }

  /**
   * For the rows of a table, with the columns of its contract in their order.
   *
   * @throws IllegalArgumentException where record and contract do not have the same columns
   */
  public static <R extends Record> RowCodec<R> of(Table table, Class<R> type) {
    List<String> expected = ContractReader.read(table).columnNames();
    List<String> found = names(type);
    if (!Set.copyOf(found).equals(Set.copyOf(expected))) {
      throw new IllegalArgumentException(
          "Cannot hold rows of %s in %s: it has %s, expected %s"
              .formatted(
                  table.fullName(),
                  type.getSimpleName(),
                  found.stream().sorted().toList(),
                  expected.stream().sorted().toList()));
    }
    return new RowCodec<>(type, expected);
  }

  /** For rows of a query, with the columns that the record has, in the order of its components. */
  public static <R extends Record> RowCodec<R> of(Class<R> type) {
    return new RowCodec<>(type, names(type));
  }

  /**
   * For rows that have more columns than the record.
   *
   * @param columns of the rows, in their order
   * @throws IllegalArgumentException where the record has one that the rows do not have
   */
  public static <R extends Record> RowCodec<R> of(Class<R> type, List<String> columns) {
    if (!columns.containsAll(names(type))) {
      throw new IllegalArgumentException(
          "Cannot read %s from rows: it has %s, they have %s"
              .formatted(type.getSimpleName(), names(type), columns));
    }
    return new RowCodec<>(type, List.copyOf(columns));
  }

  /** The columns of a row, in their order. */
  public List<String> columns() {
    return columns;
  }

  /** The record as a row. */
  public Row row(R row) {
    List<MethodHandle> accessors = handles().accessors();
    Object[] values = new Object[accessors.size()];
    for (int i = 0; i < values.length; i++) {
      MethodHandle accessor = accessors.get(i);
      values[i] = accessor == null ? null : encoded(accessor, row);
    }
    return RowFactory.create(values);
  }

  /** The record of a row that has {@link #columns} in their order. */
  public R record(Row row) {
    Handles of = handles();
    Object[] arguments = new Object[of.decoders().size()];
    for (int i = 0; i < arguments.length; i++) {
      Object value = row.get(of.columnOfComponent().get(i));
      arguments[i] = value == null ? null : of.decoders().get(i).apply(value);
    }
    try {
      return type.cast((Object) of.constructor().invokeExact(arguments));
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("Cannot make a %s of %s".formatted(type, row), e);
    }
  }

  private static Object encoded(MethodHandle accessor, Record row) {
    Object value;
    try {
      value = (Object) accessor.invokeExact(row);
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

  /**
   * How records are read and made; looked up once on each machine.
   *
   * @param accessors in the order of the columns; null for a column that the record does not have
   * @param constructor takes the components as an array
   * @param decoders of values that are not null, in the order of the components
   * @param columnOfComponent place of each component in a row
   */
  private record Handles(
      List<MethodHandle> accessors,
      MethodHandle constructor,
      List<Function<Object, Object>> decoders,
      List<Integer> columnOfComponent) {}

  private Handles handles() {
    if (handles == null) {
      RecordComponent[] components = type.getRecordComponents();
      MethodHandle[] accessors = new MethodHandle[columns.size()];
      List<Function<Object, Object>> decoders = new ArrayList<>(components.length);
      List<Integer> columnOfComponent = new ArrayList<>(components.length);
      for (int i = 0; i < components.length; i++) {
        int column = columns.indexOf(name(components[i]));
        columnOfComponent.add(column);
        accessors[column] = accessor(components[i]);
        decoders.add(decoder(components[i]));
      }
      handles = new Handles(Arrays.asList(accessors), constructor(), decoders, columnOfComponent);
    }
    return handles;
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

  private MethodHandle constructor() {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      return MethodHandles.lookup()
          .unreflectConstructor(type.getDeclaredConstructor(types))
          .asSpreader(Object[].class, types.length)
          .asType(MethodType.methodType(Object.class, Object[].class));
    } catch (NoSuchMethodException | IllegalAccessException e) {
      throw new IllegalArgumentException("Cannot make " + type + ": it is not public", e);
    }
  }

  private static Function<Object, Object> decoder(RecordComponent component) {
    Class<?> type = component.getType();
    if (type.isEnum()) {
      Map<String, Object> codes =
          Arrays.stream(type.getEnumConstants())
              .collect(Collectors.toMap(code -> ((Enum<?>) code).name(), Function.identity()));
      return value -> code(codes, (String) value, component);
    }
    if (type == TimePeriod.class) {
      // There are some hundred texts of periods, and millions of rows.
      Map<Object, Object> periods = new ConcurrentHashMap<>();
      return value -> periods.computeIfAbsent(value, text -> TimePeriod.of((String) text));
    }
    if (type == List.class
        && ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0]
            == String.class) {
      return value ->
          List.copyOf(
              scala.jdk.javaapi.CollectionConverters.asJava((scala.collection.Seq<?>) value));
    }
    if (!AS_THEY_ARE.contains(type)) {
      throw new IllegalArgumentException("Cannot read %s from a row".formatted(component));
    }
    return Function.identity();
  }

  private static Object code(Map<String, Object> codes, String name, RecordComponent component) {
    Object code = codes.get(name);
    if (code == null) {
      throw new IllegalArgumentException(
          "Cannot read %s: found '%s', expected one of %s"
              .formatted(component, name, codes.keySet().stream().sorted().toList()));
    }
    return code;
  }

  private static List<String> names(Class<? extends Record> type) {
    List<String> names = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      names.add(name(component));
    }
    return List.copyOf(names);
  }

  private static String name(RecordComponent component) {
    return component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
