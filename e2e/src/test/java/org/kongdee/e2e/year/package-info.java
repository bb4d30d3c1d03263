/** The year 2565 of the Secretariat. */
package org.kongdee.e2e.year;
