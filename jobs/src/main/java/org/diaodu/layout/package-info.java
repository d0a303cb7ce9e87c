/**
 * How printed tables are read: templates say in words what headers and row labels mean, and a sheet
 * becomes figures with all their dimensions, or reasons why not.
 */
package org.diaodu.layout;
