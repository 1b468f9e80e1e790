/** Properties of policies, with jqwik: arbitrary failure contexts, and promises to switch on. */
@NullMarked
package org.recoveryrules.testkit.properties;

import org.jspecify.annotations.NullMarked;
