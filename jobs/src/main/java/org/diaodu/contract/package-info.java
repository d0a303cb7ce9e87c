/**
 * What each table is, read from the files under {@code schemas/}: the only place where columns,
 * keys and constraints are declared.
 */
package org.diaodu.contract;
