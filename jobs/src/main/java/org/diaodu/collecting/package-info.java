/** The forms of a period: what is owed, joined with what is known, by who owes it. */
package org.diaodu.collecting;
