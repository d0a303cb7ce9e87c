/** Written text: lines with separators and quotes, and how alike two words are. Plain Java. */
package org.diaodu.text;
