/**
 * Parts and their whole: {@code statistics.capital_share}, {@code area_shares}, {@code additivity}.
 */
package org.diaodu.share;
