/** One writer at a time on a warehouse: a lock of the operating system, or a lease in a bucket. */
package org.diaodu.lock;
