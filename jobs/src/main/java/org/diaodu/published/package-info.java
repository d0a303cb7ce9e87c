/**
 * The tables as a finished run published them: by name, without what is not public yet, on request
 * as they were known on a day, and only to be read.
 */
package org.diaodu.published;
