package org.diaodu.export;

import org.diaodu.contract.TableContract;

/** What a table is exported as. */
public enum ExportFormat {
  /** Text with a header, for Excel: UTF-8 with a byte order mark, or GB18030. */
  csv(".csv"),
  /** SDMX-CSV 2.0, with its structure as SDMX-JSON beside it. */
  sdmx_csv(".sdmx.csv"),
  /** A workbook with a sheet of notes. */
  xlsx(".xlsx"),
  /** Parquet, one file; types as in the table. */
  parquet(".parquet");

  private final String ending;

  ExportFormat(String ending) {
    this.ending = ending;
  }

  /** How the name of such a file ends. */
  public String ending() {
    return ending;
  }

  /** Whether a table can be exported so: a dataset of SDMX has periods. */
  public boolean suits(TableContract contract) {
    return this != sdmx_csv || SdmxDataset.of(contract).isPresent();
  }
}
