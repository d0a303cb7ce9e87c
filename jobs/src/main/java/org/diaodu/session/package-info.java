/** Spark's start and its settings, and those that fit the size of a night. */
package org.diaodu.session;
