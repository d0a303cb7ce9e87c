/**
 * Documents as Word files, laid out as GB/T 9704-2012 says, and as Excel workbooks. The same
 * document always gives the same bytes: nothing in a file says when it was made.
 */
package org.diaodu.office;
