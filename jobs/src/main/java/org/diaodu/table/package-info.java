/** The warehouse: the only package that writes Delta. */
package org.diaodu.table;
