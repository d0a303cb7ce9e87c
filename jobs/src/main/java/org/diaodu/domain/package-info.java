/**
 * What the figures mean, in plain Java: periods, observations' dimensions, and each statistical
 * definition once, as a pure function over exact decimals. Nothing here knows Spark, files or any
 * region.
 */
package org.diaodu.domain;
