/**
 * The documents of a period: composed, published, kept as they were, made again from what was kept,
 * corrected by new ones, audited, and followed back from figure to source.
 */
package org.diaodu.release;
