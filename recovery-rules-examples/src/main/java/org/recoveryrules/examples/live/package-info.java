/**
 * A desk that goes on deciding while an analyst saves into the folder of its policy.
 *
 * <p>{@link org.recoveryrules.examples.live.LiveDesk} runs it. What to copy is there and in
 * {@link org.recoveryrules.examples.live.Notices}; {@link org.recoveryrules.examples.live.Analyst} stands for a person.
 */
@NullMarked
package org.recoveryrules.examples.live;

import org.jspecify.annotations.NullMarked;
