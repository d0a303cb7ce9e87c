/** What becomes of a night that is ended in the middle, at any of its steps. */
package org.diaodu.reliability;
