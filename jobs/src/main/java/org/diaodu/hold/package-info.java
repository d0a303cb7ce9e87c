/**
 * What is held until somebody confirms it: which figures, the record of decisions, and its file.
 */
package org.diaodu.hold;
