/** From accepted cells to vintages, and from vintages to the figures as known on a day. */
package org.diaodu.observations;
