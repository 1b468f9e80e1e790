package org.recoveryrules.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class HtmlTest {
    private final Html html = new Html();

    @Test
    void elements_hold_elements_and_text() {
        html.begin("p", "class", "note").text("so ").element("b", "much").end();

        assertThat(html).hasToString("<p class=\"note\">so <b>much</b></p>");
    }

    @Test
    void an_attribute_without_a_value_is_left_out() {
        assertThat(html.element("p", "", "id", "", "class", "note")).hasToString("<p class=\"note\"></p>");
    }

    @Test
    void text_is_never_markup() {
        html.element("p", "<script>a && 'b'</script>", "title", "\"><script>");

        assertThat(html)
                .hasToString(
                        "<p title=\"&quot;&gt;&lt;script&gt;\">&lt;script&gt;a &amp;&amp; &#39;b&#39;&lt;/script&gt;</p>");
    }

    @Test
    void nothing_is_hidden_and_nothing_turns_what_follows() {
        assertThat(html.text("a\u0000b\u001bc\u0085d\u2028e\u202ef\u2066g\th\ni"))
                .hasToString("a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf\ufffdg\th\ni");
    }

    @Test
    void an_element_that_does_not_end_is_noticed() {
        html.begin("p").begin("b").end();

        assertThatIllegalStateException().isThrownBy(html::toString).withMessage("not ended: [p]");
    }
}
