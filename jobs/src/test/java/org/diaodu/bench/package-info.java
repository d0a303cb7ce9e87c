/**
 * The benchmark against DuckDB: {@code bin/diaodu bench}. It stands with the tests, so that neither
 * it nor DuckDB is in the jar: {@code docs/decisions/0014-benchmark.md}.
 */
package org.diaodu.bench;
