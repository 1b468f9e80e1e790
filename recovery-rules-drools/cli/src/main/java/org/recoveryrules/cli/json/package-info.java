/** Failure contexts and decisions as JSON: parts nested as in the vocabulary, every key and constant spelled as in Java. */
@NullMarked
package org.recoveryrules.cli.json;

import org.jspecify.annotations.NullMarked;
