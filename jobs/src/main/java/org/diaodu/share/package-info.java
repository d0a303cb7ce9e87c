/** {@code statistics.capital_share}: the capital's share of the total. */
package org.diaodu.share;
