/**
 * What a sender gets back: a page and a marked copy of the file, with all that is wrong at once.
 */
package org.diaodu.feedback;
