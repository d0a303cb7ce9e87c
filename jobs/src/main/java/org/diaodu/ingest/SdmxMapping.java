package org.diaodu.ingest;

import java.io.Serializable;
import java.util.Map;
import java.util.Set;

/**
 * What the columns of one SDMX dataflow mean; an entry of {@code sdmx.yaml}.
 *
 * @param structure agency and id of the dataflow or data structure, such as {@code XX:MAIN}; any
 *     version
 * @param columns tidy column by SDMX column
 * @param constant tidy columns that every row has alike
 * @param codes by SDMX column, what its codes are here
 * @param only by SDMX column, the one code that is read; rows with another are left out
 * @param ignored SDMX columns that say nothing of the figure
 */
record SdmxMapping(
    String structure,
    Map<String, String> columns,
    Map<String, String> constant,
    Map<String, Map<String, String>> codes,
    Map<String, String> only,
    Set<String> ignored)
    implements Serializable {}
