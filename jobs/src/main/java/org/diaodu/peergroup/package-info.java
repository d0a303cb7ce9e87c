/**
 * Observations on Spark put together by peer group, and the tables that are read off their cubes:
 * {@code statistics.growth, area_shares, capital_share, additivity}.
 */
package org.diaodu.peergroup;
