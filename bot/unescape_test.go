package bot_test

import (
	"testing"

	"careeradvisor/bot"
)

func TestUnescape(t *testing.T) {
	for _, test := range []struct{ name, in, want string }{
		{"plain text stays", "PM vs TPM?", "PM vs TPM?"},
		{"entities", "R&amp;D &lt;or&gt; QA", "R&D <or> QA"},
		{"an entity that was typed", "what is &amp;lt;", "what is &lt;"},
		{"own mention goes", "<@UBOT> PM vs TPM?", "PM vs TPM?"},
		{"own mention with a name goes", "<@UBOT|advisor> PM vs TPM?", "PM vs TPM?"},
		{"own mention in the middle goes", "say <@UBOT>", "say"},
		{"another's mention", "does <@U1> need a degree?", "does @U1 need a degree?"},
		{"another's mention with a name", "does <@U1|ann> need a degree?", "does @ann need a degree?"},
		{"channel", "as in <#C1|careers>", "as in #careers"},
		{"channel without a name", "as in <#C1>", "as in #C1"},
		{"broadcast", "<!channel> and <!here|here>", "@channel and @here"},
		{"user group", "<!subteam^S1|@leads> and <!subteam^S2>", "@leads and @subteam"},
		{"date", "<!date^1^{date}|today>", "today"},
		{"typed broadcast", "&lt;!channel&gt;", "<!channel>"},
		{"link with the text that was typed", "<http://example.com|example.com>", "example.com"},
		{"link alone", "see <https://example.com/?a=1&amp;b=2>", "see https://example.com/?a=1&b=2"},
		{"mail address", "<mailto:a@example.com|a@example.com>", "a@example.com"},
		{"comparison signs", "is 1 < 2 > 0", "is 1 < 2 > 0"},
		{"unclosed", "<@U1", "<@U1"},
		{"invisible spaces", "PM\u00a0vs\u200b TPM\ufeff", "PM vs TPM"},
		{"only the mention", " <@UBOT> ", ""},
		{"line breaks stay", "PM\nTPM", "PM\nTPM"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := bot.Unescape(test.in, "UBOT"); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}
