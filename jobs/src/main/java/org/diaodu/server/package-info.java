/**
 * Remote clients: a Spark Connect server over the published tables. Every request is looked at
 * before it runs, and every analysed plan once more.
 */
package org.diaodu.server;
