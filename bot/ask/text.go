package ask

import (
	"cmp"
	"regexp"
	"strings"

	"careeradvisor/knowledge"
)

// Slack sends & < > as entities, and puts whatever it recognised in angle brackets: <@U1>,
// <#C1|general>, <!here>, <https://example.com|example.com>.
var (
	markup   = regexp.MustCompile(`<([@#!]|[a-zA-Z][a-zA-Z0-9+.-]*:)([^<>|]*)(?:\|([^<>]*))?>`)
	entities = strings.NewReplacer("&lt;", "<", "&gt;", ">", "&amp;", "&")
)

// Unescape returns the text as the person saw it while typing, without mentions of the user me.
func Unescape(text, me string) string {
	text = markup.ReplaceAllStringFunc(text, func(found string) string {
		m := markup.FindStringSubmatch(found)
		return shown(m[1], m[2], m[3], me)
	})
	return strings.TrimSpace(strings.ReplaceAll(knowledge.Visible(entities.Replace(text)), "\u00a0", " "))
}

// shown is what people see in place of something in angle brackets, whose kind is @, #, ! or, for a
// link, its scheme.
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
