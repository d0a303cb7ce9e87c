/**
 * Hadoop's local file system without the helper processes that it starts. Nothing here knows Delta
 * or figures.
 */
package org.diaodu.files;
