/**
 * The computed tables: how each follows from the observations and the pack, and the runner that
 * computes what was touched and writes it.
 */
package org.diaodu.statistics;
