/** The nightly run: wires the stages, and holds the session, the clock and the files. */
package org.diaodu.pipeline;
