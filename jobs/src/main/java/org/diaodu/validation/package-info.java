/**
 * Checks of figures against each other, which no single cell can show: rules in a pack, as data.
 */
package org.diaodu.validation;
