package org.recoveryrules.api;

import java.util.List;

/**
 * One step of the conversation.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if a component or an element is null, or there are
 * no words.
 *
 * @param kind which step
 * @param words what to do and say, in the order of the rules' ids; not empty
 */
public record Step(StepKind kind, List<String> words) {
    public Step {
        Require.constant(StepKind.class, kind, "steps.kind");
        words = Require.list(words, "steps.words");
        if (words.isEmpty()) {
            throw Require.fault("steps.words", "must not be empty", words);
        }
    }
}
