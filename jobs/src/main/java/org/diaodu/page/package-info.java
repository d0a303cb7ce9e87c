/** Pages from templates that escape everything by default. */
package org.diaodu.page;
