package ask

import (
	"cmp"
	"regexp"
	"strings"

	"careeradvisor/knowledge"
)

// Slack sends & < > as entities, and what it recognised in angle brackets: <@U1>,
// <#C1|general>, <!here>, <https://example.com|example.com>.
var (
	markup   = regexp.MustCompile(`<([@#!]|[a-zA-Z][a-zA-Z0-9+.-]*:)([^<>|]*)(?:\|([^<>]*))?>`)
	entities = strings.NewReplacer("&lt;", "<", "&gt;", ">", "&amp;", "&")
)

// Unescape is the text as the person saw it while typing, without mentions of
// the user me.
func Unescape(text, me string) string {
	var b strings.Builder
	rest := 0
	for _, m := range markup.FindAllStringSubmatchIndex(text, -1) {
		b.WriteString(entities.Replace(text[rest:m[0]]))
		label := ""
		if m[6] >= 0 {
			label = text[m[6]:m[7]]
		}
		b.WriteString(entities.Replace(shown(text[m[2]:m[3]], text[m[4]:m[5]], label, me)))
		rest = m[1]
	}
	b.WriteString(entities.Replace(text[rest:]))
	return strings.TrimSpace(strings.ReplaceAll(knowledge.Visible(b.String()), "\u00a0", " "))
}

// shown is what a person sees of something in angle brackets, whose kind is @, #, ! or, for a link,
// its scheme.
func shown(kind, name, label, me string) string {
	switch kind {
	case "@":
		if name == me {
			return " "
		}
		return "@" + strings.TrimPrefix(cmp.Or(label, name), "@")
	case "#":
		return "#" + strings.TrimPrefix(cmp.Or(label, name), "#")
	case "!":
		// <!here>, <!subteam^S1|@leads>, <!date^0^{date}|today>
		word, _, special := strings.Cut(name, "^")
		if special && word == "date" {
			return cmp.Or(label, name)
		}
		return "@" + strings.TrimPrefix(cmp.Or(label, word), "@")
	}
	return cmp.Or(label, kind+name)
}
