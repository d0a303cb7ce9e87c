/** What follows from the lights: rectifications, the task list, praise and criticism. */
package org.diaodu.dispatch;
