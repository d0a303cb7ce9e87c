/**
 * The first pack of a new region: from its areas and targets to text files that need no further
 * word to be used.
 */
package org.diaodu.starter;
