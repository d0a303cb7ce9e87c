/**
 * Forms: workbooks that ask for what is owed, and how what was filled in finds back to its key. A
 * row carries its key in a cell of its own, and what stands beside it is held against that key.
 */
package org.diaodu.form;
