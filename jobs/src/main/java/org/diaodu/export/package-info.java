/**
 * Published tables as files for other programs: SDMX-CSV with its structure, Excel, Parquet and
 * CSV.
 */
package org.diaodu.export;
