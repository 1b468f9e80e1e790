/**
 * Failure contexts, decisions and their records as JSON: parts nested as in the vocabulary, every key and constant spelled as
 * in Java. Reading and writing needs {@code com.fasterxml.jackson.core:jackson-core} on the class path.
 */
@NullMarked
package org.recoveryrules.drools.json;

import org.jspecify.annotations.NullMarked;
