/** What an advisor does, as meters of Micrometer; needs {@code io.micrometer:micrometer-core}. */
@NullMarked
package org.recoveryrules.drools.metrics;

import org.jspecify.annotations.NullMarked;
