/**
 * What operators see of a run without opening a table: its record, metrics, lineage, and what to do
 * when it failed. Nothing here needs a session.
 */
package org.diaodu.operation;
