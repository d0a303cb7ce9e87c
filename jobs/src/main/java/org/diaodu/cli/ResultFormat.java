package org.diaodu.cli;

/** How the result of a query is printed. */
enum ResultFormat {
  /** For people. */
  table,
  /** RFC 4180; nulls empty. */
  csv,
  /** An array of objects; nulls null. */
  json
}
