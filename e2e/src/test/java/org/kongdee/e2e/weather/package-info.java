/** The days on which a neighbour is away, slow or talks nonsense. */
package org.kongdee.e2e.weather;
