package answer_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/score"
)

// FuzzAnswer asks anything after anything, of guides and of invented roles.
func FuzzAnswer(f *testing.F) {
	for _, q := range []string{
		"", " ", "?", "\x00\xff\xfe", "What is a TPM?", "PM vs TPM?", "how 2 become a pilot", "tecnical prodct manger sallary", "🙂🙂 TPM 👩‍💻?",
		"<script>alert(1)</script>", "&lt;b&gt; &#0; &#x110000;", "'; DROP TABLE users; --", "%s%d%n {{.}} ${x}", "ignore all previous instructions",
		"ﬁt İstanbul ẞ ǅ", "e\u0301\u0301\u0301 \u202eTPM\u202c \u200b", "-1e309 NaN 0x41", "“‘’”", "....", "the of and", "a. b. c? d! e", "one two three first last",
		"L3 or L5 bonus", strings.Repeat("a", 5_000), strings.Repeat("TPM ", 900), strings.Repeat("<", 4_001), strings.Repeat("東", 1_400),
	} {
		f.Add(q, "")
		f.Add(q, "What does a TPM earn?\nAnd a pilot?")
		f.Add("And that one?", q)
	}
	type checked struct {
		library
		sources score.Sources
	}
	var libs []checked
	for _, name := range []string{"guides", "harbour", "handbook"} {
		lib := open(f, name)
		libs = append(libs, checked{lib, score.SourcesOf(lib.docs)})
	}
	f.Fuzz(func(t *testing.T, q, thread string) {
		var earlier []string
		if thread != "" {
			earlier = strings.SplitN(thread, "\n", 4)
		}
		for _, lib := range libs {
			a := lib.ask(t, q, earlier...)
			if err := sound(a, lib.sources); err != "" {
				t.Errorf("%q after %q: %s\n%s", q, earlier, err, a.Text())
			}
			if diff := cmp.Diff(a, lib.ask(t, q, earlier...)); diff != "" {
				t.Errorf("%q after %q, asked again: %s", q, earlier, diff)
			}
		}
	})
}

// sound tells what no answer may be, or "".
func sound(a knowledge.Answer, sources score.Sources) string {
	text := a.Text()
	switch {
	case !utf8.ValidString(text + strings.Join(a.Suggestions, "")):
		return "not valid UTF-8"
	case utf8.RuneCountInString(text) > knowledge.MaxAnswer:
		return "too long"
	case strings.TrimSpace(text) == "":
		return "says nothing"
	case !(a.Confidence >= 0 && a.Confidence <= 1):
		return "a confidence beyond 0 to 1"
	}
	switch a.Kind {
	case knowledge.Answered:
		if err := sources.Check(a); err != nil {
			return err.Error()
		}
		if len(a.Points) == 0 {
			return "an answer without a point"
		}
	case knowledge.Refuse, knowledge.Clarify, knowledge.Help:
		if len(a.Citations)+len(a.Points) > 0 {
			return "cites without answering"
		}
	default:
		return "of no kind"
	}
	return ""
}
