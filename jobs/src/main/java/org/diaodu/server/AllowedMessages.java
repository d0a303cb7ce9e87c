package org.diaodu.server;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a client may send, by the names of the messages of the protocol. Whatever is not named here
 * is refused: a write, a file by its path, a function's code, and what later versions bring.
 */
final class AllowedMessages {
  private static final String REQUESTS =
      """
      ExecutePlanRequest ExecutePlanRequest.RequestOption ReattachOptions ResultChunkingOptions
      ReattachExecuteRequest ReleaseExecuteRequest ReleaseExecuteRequest.ReleaseAll
      ReleaseExecuteRequest.ReleaseUntil ReleaseSessionRequest InterruptRequest
      FetchErrorDetailsRequest UserContext Plan
      AnalyzePlanRequest AnalyzePlanRequest.Schema AnalyzePlanRequest.Explain
      AnalyzePlanRequest.TreeString AnalyzePlanRequest.IsLocal AnalyzePlanRequest.IsStreaming
      AnalyzePlanRequest.SparkVersion AnalyzePlanRequest.SameSemantics
      AnalyzePlanRequest.SemanticHash
      ConfigRequest ConfigRequest.Operation ConfigRequest.Get ConfigRequest.GetWithDefault
      ConfigRequest.GetOption
      """;

  private static final String RELATIONS =
      """
      Relation RelationCommon Origin JvmOrigin PythonOrigin StackTraceElement
      Read Read.NamedTable Project Filter Join Join.JoinDataType SetOperation Sort Limit Aggregate
      Aggregate.GroupingSets Aggregate.Pivot SQL SQL.ArgsEntry SQL.NamedArgumentsEntry LocalRelation
      Sample Offset Deduplicate Range SubqueryAlias Repartition RepartitionByExpression ToDF
      WithColumnsRenamed WithColumnsRenamed.Rename WithColumnsRenamed.RenameColumnsMapEntry
      ShowString HtmlString Drop Tail WithColumns Hint Unpivot Unpivot.Values ToSchema WithRelations
      Transpose UnresolvedTableValuedFunction LateralJoin
      NAFill NADrop NAReplace NAReplace.Replacement StatSummary StatCrosstab StatDescribe StatCov
      StatCorr StatApproxQuantile StatFreqItems StatSampleBy StatSampleBy.Fraction
      Catalog CurrentDatabase SetCurrentDatabase ListDatabases ListTables ListColumns GetDatabase
      GetTable DatabaseExists TableExists CurrentCatalog
      Command SqlCommand SqlCommand.ArgsEntry SqlCommand.NamedArgumentsEntry
      """;

  private static final String EXPRESSIONS =
      """
      Expression ExpressionCommon Expression.Alias Expression.Cast Expression.ExpressionString
      Expression.LambdaFunction Expression.SortOrder Expression.UnresolvedAttribute
      Expression.UnresolvedExtractValue Expression.UnresolvedFunction
      Expression.UnresolvedNamedLambdaVariable Expression.UnresolvedRegex Expression.UnresolvedStar
      Expression.UpdateFields Expression.Window Expression.Window.WindowFrame
      Expression.Window.WindowFrame.FrameBoundary CallFunction NamedArgumentExpression
      SubqueryExpression
      Expression.Literal Expression.Literal.Array Expression.Literal.CalendarInterval
      Expression.Literal.Decimal Expression.Literal.Map Expression.Literal.SpecializedArray
      Expression.Literal.Struct Expression.Literal.Time Bools Doubles Floats Ints Longs Strings
      DataType DataType.Array DataType.Binary DataType.Boolean DataType.Byte
      DataType.CalendarInterval DataType.Char DataType.Date DataType.DayTimeInterval
      DataType.Decimal DataType.Double DataType.Float DataType.Integer DataType.Long DataType.Map
      DataType.NULL DataType.Short DataType.String DataType.Struct DataType.StructField
      DataType.Time DataType.Timestamp DataType.TimestampNTZ DataType.VarChar
      DataType.YearMonthInterval
      """;

  private static final Set<String> NAMES =
      Stream.of(REQUESTS, RELATIONS, EXPRESSIONS)
          .flatMap(names -> Stream.of(names.strip().split("\\s+")))
          .map(name -> "spark.connect." + name)
          .collect(Collectors.toUnmodifiableSet());

  private AllowedMessages() {}

  /** Whether a message of this full name, as {@code spark.connect.Filter}, may be sent. */
  static boolean contains(String fullName) {
    return NAMES.contains(fullName);
  }
}
