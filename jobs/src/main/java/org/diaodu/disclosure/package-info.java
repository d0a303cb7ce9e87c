/**
 * What may be shown of figures that are not for the public. Plain Java without a session: {@link
 * org.diaodu.disclosure.Suppression} says which figures are hidden, so that {@link
 * org.diaodu.disclosure.Attack} finds none of the confidential ones.
 */
package org.diaodu.disclosure;
