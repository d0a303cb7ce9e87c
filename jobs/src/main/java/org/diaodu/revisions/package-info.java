/** How figures changed from one release to the next. */
package org.diaodu.revisions;
