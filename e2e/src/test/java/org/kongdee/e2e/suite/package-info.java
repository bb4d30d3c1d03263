/** The three packaged services on real PostgreSQL and SMTP, and the ways between them. */
package org.kongdee.e2e.suite;
