/** What the Javadoc of our types says, for the contract: described once, where the code is. */
package org.kongdee.words;
