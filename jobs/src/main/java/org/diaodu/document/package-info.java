/**
 * What a bulletin is, whatever it is printed as: headings, paragraphs, tables and charts in which
 * every figure has a key. Word, Excel and the page show the same document.
 */
package org.diaodu.document;
