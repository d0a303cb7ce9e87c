/** Figures of areas made to add up to their total, stored beside what was reported. */
package org.diaodu.reconciliation;
