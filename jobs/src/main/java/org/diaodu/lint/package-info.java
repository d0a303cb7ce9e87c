/** Notes to the tools that check this code. Nothing of it is there at run time. */
package org.diaodu.lint;
