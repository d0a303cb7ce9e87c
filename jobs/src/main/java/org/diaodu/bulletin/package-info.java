/**
 * Composes the bulletins, scorecards and lists of a period from their figures: pure functions, one
 * class for each section and one for each kind of document.
 */
package org.diaodu.bulletin;
