/**
 * Invented figures that look like what counties send, for trying the program out. Every one is
 * marked {@code provenance=simulated}. The same seed gives the same bytes on every machine.
 */
package org.diaodu.simulate;
