/**
 * What operators see of a run and do about it: its stages and their record, status, doctor,
 * metrics, lineage, maintenance, and what to do when a run failed. Only maintenance needs a
 * session.
 */
package org.diaodu.operation;
