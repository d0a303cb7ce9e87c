/**
 * {@code statistics.growth}: rows are aligned here, each figure is defined in {@link
 * org.diaodu.domain.Growth}.
 */
package org.diaodu.growth;
