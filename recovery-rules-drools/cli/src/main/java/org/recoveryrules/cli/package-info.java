/** The command line: what each command reads, does and writes. */
@NullMarked
package org.recoveryrules.cli;

import org.jspecify.annotations.NullMarked;
