/**
 * The cube: one indicator in one peer group as areas × periods, from which growth, contributions,
 * places, shares and residuals follow in one pass. Plain Java without a session; what a figure
 * means stands in {@code domain}, here figures are only put beside each other.
 *
 * <p>{@link org.diaodu.cube.PeerGroupFigures} takes vintages and keeps the latest of each figure;
 * {@link org.diaodu.cube.PeerGroupCube} lines them up; {@link org.diaodu.cube.GrowthRows}, {@link
 * org.diaodu.cube.AreaShareRows}, {@link org.diaodu.cube.CapitalShareRows} and {@link
 * org.diaodu.cube.AdditivityRows} read tables off it, and {@link org.diaodu.cube.CrossSections} the
 * reported levels for tables that are made elsewhere.
 */
package org.diaodu.cube;
