/** Rule files of the declarative profile: from text to a tree that knows its places. Internal: not for callers. */
@NullMarked
package org.recoveryrules.drools.syntax;

import org.jspecify.annotations.NullMarked;
