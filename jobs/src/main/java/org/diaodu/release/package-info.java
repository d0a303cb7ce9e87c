/** Published documents: kept as they were, made again from what was kept, corrected by new ones. */
package org.diaodu.release;
