/** From files in the landing folder to cells: accepted, quarantined, or ignored for a reason. */
package org.diaodu.ingest;
