/** What was due, and what became of it. */
package org.diaodu.completeness;
