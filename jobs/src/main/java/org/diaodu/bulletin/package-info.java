/** The monthly dispatch bulletin as one printable page. */
package org.diaodu.bulletin;
