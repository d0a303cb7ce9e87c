package org.diaodu.region;

import java.io.Serializable;
import java.util.List;

/**
 * How the region dispatches: the optional fields of {@code region.yaml}.
 *
 * @param coreIndicators codes of the series that every bulletin shows for every area
 * @param office code of the unit that issues the bulletins over all actions; may be empty
 * @param releases from when figures may be shown
 */
public record Dispatch(List<String> coreIndicators, String office, ReleaseTimes releases)
    implements Serializable {}
