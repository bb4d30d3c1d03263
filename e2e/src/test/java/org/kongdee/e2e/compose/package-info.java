/** docker/ without Docker: what compose.yaml says, run on this machine. */
package org.kongdee.e2e.compose;
