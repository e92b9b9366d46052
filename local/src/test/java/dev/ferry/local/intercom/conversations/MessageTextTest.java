package dev.ferry.local.intercom.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessageTextTest {

    @Test
    void takesPlainTextLiterally() {
        assertThat(MessageText.plain("a <b> & c\nd\n\ne")).isEqualTo("<p>a &lt;b&gt; &amp; c<br>d</p><p>e</p>");
        assertThat(MessageText.text(MessageText.plain("a <b> & c\nd"))).isEqualTo("a <b> & c\nd");
    }

    @Test
    void keepsAFewTagsOfHtml() {
        assertThat(MessageText.html("<p class=\"x\">Hi <b>Joe</b></p>")).isEqualTo("<p>Hi <b>Joe</b></p>");
        assertThat(MessageText.html("<div>Hi<script>alert(1)</script> <img src=\"a\">$1</div>"))
                .isEqualTo("<p>Hi $1</p>");
        assertThat(MessageText.html("see <a onclick=\"x\" href=\"https://a.example/$2\">this</a>"))
                .isEqualTo("<p>see <a href=\"https://a.example/$2\">this</a></p>");
        assertThat(MessageText.html("<ul><li>one</li></ul>")).isEqualTo("<ul><li>one</li></ul>");
    }
}
