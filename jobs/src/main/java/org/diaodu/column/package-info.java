/** What the domain says of a value, as columns, where more than one transform needs it. */
package org.diaodu.column;
