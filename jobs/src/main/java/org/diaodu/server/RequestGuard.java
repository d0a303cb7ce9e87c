package org.diaodu.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.spark.connect.proto.CallFunction;
import org.apache.spark.connect.proto.ConfigRequest;
import org.apache.spark.connect.proto.Expression;
import org.apache.spark.connect.proto.LocalRelation;
import org.apache.spark.connect.proto.Read;
import org.apache.spark.connect.proto.SQL;
import org.apache.spark.connect.proto.SqlCommand;
import org.apache.spark.connect.proto.UnresolvedTableValuedFunction;
import org.apache.spark.sql.SparkSession;
import org.diaodu.published.QueryNotAllowedException;
import org.diaodu.published.ReadOnlyQuery;
import org.sparkproject.connect.protobuf.Descriptors.FieldDescriptor.JavaType;
import org.sparkproject.connect.protobuf.Message;

/**
 * Looks at a request before it runs. It goes through the whole message, whatever its shape, and
 * refuses at the first part that {@link AllowedMessages} does not name.
 */
final class RequestGuard {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SparkSession spark;

  /**
   * @param spark whose parser reads the SQL
   */
  RequestGuard(SparkSession spark) {
    this.spark = spark;
  }

  /**
   * Does nothing where the request only reads the published tables.
   *
   * @throws QueryNotAllowedException where it does not, or where that cannot be told
   */
  void require(Message request) {
    Deque<Message> open = new ArrayDeque<>();
    open.push(request);
    while (!open.isEmpty()) {
      Message message = open.pop();
      requireKnown(message);
      requireContent(message);
      message
          .getAllFields()
          .forEach(
              (field, value) -> {
                if (field.getJavaType() == JavaType.MESSAGE) {
                  for (Object inner : field.isRepeated() ? (List<?>) value : List.of(value)) {
                    open.push((Message) inner);
                  }
                }
              });
    }
  }

  private static void requireKnown(Message message) {
    String name = message.getDescriptorForType().getFullName();
    if (!AllowedMessages.contains(name)) {
      throw new QueryNotAllowedException(
          "只能查询已发布的表，不接受这样的请求：%s".formatted(name.replaceFirst("^spark\\.connect\\.", "")));
    }
    if (!message.getUnknownFields().asMap().isEmpty()) {
      throw new QueryNotAllowedException("请求中有不认得的内容（%s），客户端的版本可能太新".formatted(name));
    }
  }

  private void requireContent(Message message) {
    if (message instanceof SQL sql) {
      ReadOnlyQuery.require(spark, sql.getQuery());
    } else if (message instanceof SqlCommand command) {
      requireOldForm(command);
    } else if (message instanceof Read read) {
      requireTable(read);
    } else if (message instanceof Expression.ExpressionString expression) {
      ReadOnlyQuery.requireExpression(spark, expression.getExpression());
    } else if (message instanceof Expression.UnresolvedFunction function) {
      requireFunction(function);
    } else if (message instanceof CallFunction function) {
      ReadOnlyQuery.requireFunction(spark, function.getFunctionName(), false);
    } else if (message instanceof UnresolvedTableValuedFunction function) {
      ReadOnlyQuery.requireFunction(spark, function.getFunctionName(), true);
    } else if (message instanceof LocalRelation local) {
      requirePlainTypes(local.getSchema());
    } else if (message instanceof ConfigRequest.Get get) {
      get.getKeysList().forEach(RequestGuard::requireReadable);
    } else if (message instanceof ConfigRequest.GetWithDefault get) {
      get.getPairsList().forEach(pair -> requireReadable(pair.getKey()));
    } else if (message instanceof ConfigRequest.GetOption get) {
      get.getKeysList().forEach(RequestGuard::requireReadable);
    }
  }

  /** Clients of Spark 3 send the text itself, later ones a relation. */
  @SuppressWarnings("deprecation")
  private void requireOldForm(SqlCommand command) {
    if (!command.getSql().isEmpty()) {
      ReadOnlyQuery.require(spark, command.getSql());
    }
  }

  private void requireTable(Read read) {
    if (!read.hasNamedTable()) {
      throw new QueryNotAllowedException("只能按名称查询已发布的表，不能读文件或其他数据源");
    }
    if (read.getIsStreaming() || read.getNamedTable().getOptionsCount() > 0) {
      throw new QueryNotAllowedException("只能按名称查询已发布的表，不能带选项，也不能按流读取");
    }
    ReadOnlyQuery.requireTable(spark, read.getNamedTable().getUnparsedIdentifier());
  }

  private void requireFunction(Expression.UnresolvedFunction function) {
    if (function.getIsInternal()) {
      throw new QueryNotAllowedException("查询中不能用这个函数：%s".formatted(function.getFunctionName()));
    }
    ReadOnlyQuery.requireFunction(spark, function.getFunctionName(), false);
  }

  /** A type of the client's own names a class, which reading the schema would make an object of. */
  private static void requirePlainTypes(String schema) {
    if (!schema.stripLeading().startsWith("{")) {
      return;
    }
    try {
      for (JsonNode type : JSON.readTree(schema).findValues("type")) {
        if (type.asText().equals("udt")) {
          throw new QueryNotAllowedException("数据中不能有自定义的类型");
        }
      }
    } catch (JsonProcessingException e) {
      throw new QueryNotAllowedException("数据的结构读不懂：" + schema, e);
    }
  }

  /** Settings of queries, as clients ask for them; never those of the server. */
  private static void requireReadable(String key) {
    if (!(key.startsWith("spark.sql.") || key.startsWith("spark.connect.session."))
        || key.startsWith("spark.sql.warehouse")) {
      throw new QueryNotAllowedException("不能查看这项设置：%s".formatted(key));
    }
  }
}
