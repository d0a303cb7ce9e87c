/** {@code statistics.attainment}: figures held against the plan's targets. */
package org.diaodu.attainment;
