/**
 * A night from lock to publication: wires the stages, and holds the session, the clock and the
 * files.
 */
package org.diaodu.night;
