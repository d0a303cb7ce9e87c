/**
 * A region pack: the text files under {@code conf/regions/<name>/} that say everything about one
 * region. Plain Java; reading it finds every fault at once.
 */
package org.diaodu.region;
