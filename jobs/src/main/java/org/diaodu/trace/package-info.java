/** Follows a figure back: its row, its formula with its numbers, and the cells it came from. */
package org.diaodu.trace;
