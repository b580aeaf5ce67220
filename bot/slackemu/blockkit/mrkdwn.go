package blockkit

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// token is a piece of text in Slack's wire form, where <…> are links and
// mentions and everything else is text with &amp; &lt; &gt; escaped.
// See docs.slack.dev/messaging/formatting-message-text.
type token struct {
	kind  tokenKind
	value string // of text: decoded; else what is referred to
	label string // after the |, decoded; may be empty
}

type tokenKind int

const (
	tokenText tokenKind = iota
	tokenUser
	tokenGroup
	tokenBroadcast
	tokenChannel
	tokenLink
)

var (
	angled = regexp.MustCompile(`<([^<>\n]+)>`)
	user   = regexp.MustCompile(`^@[UW][A-Z0-9]+$`)
	chann  = regexp.MustCompile(`^#[CG][A-Z0-9]+$`)
	scheme = regexp.MustCompile(`^[a-zA-Z][a-zA-Z0-9+.-]*:`)

	unescape = strings.NewReplacer("&lt;", "<", "&gt;", ">", "&amp;", "&")
	escape   = strings.NewReplacer("<", "&lt;", ">", "&gt;", "&", "&amp;")
)

// Typed turns what a person types into wire form: & < > are escaped.
func Typed(text string) string { return escape.Replace(text) }

func tokens(text string) []token {
	var all []token
	add := func(t token) {
		if t.kind != tokenText || t.value != "" {
			all = append(all, t)
		}
	}
	for {
		at := angled.FindStringSubmatchIndex(text)
		if at == nil {
			add(token{value: unescape.Replace(text)})
			return all
		}
		add(token{value: unescape.Replace(text[:at[0]])})
		add(reference(text[at[2]:at[3]]))
		text = text[at[1]:]
	}
}

// reference parses <inside>; the token is plain text if it refers to nothing.
func reference(inside string) token {
	value, label, _ := strings.Cut(inside, "|")
	t := token{label: unescape.Replace(label)}
	switch {
	case user.MatchString(value):
		t.kind, t.value = tokenUser, value[1:]
	case chann.MatchString(value):
		t.kind, t.value = tokenChannel, value[1:]
	case value == "!here", value == "!channel", value == "!everyone":
		t.kind, t.value = tokenBroadcast, value[1:]
	case strings.HasPrefix(value, "!subteam^"):
		t.kind, t.value = tokenGroup, strings.TrimPrefix(value, "!subteam^")
	case scheme.MatchString(value):
		t.kind, t.value = tokenLink, unescape.Replace(value)
	default:
		t.label, t.value = "", "<"+unescape.Replace(inside)+">"
	}
	return t
}

// read returns the token as a person sees it.
func (t token) read() string {
	shown := cmp.Or(t.label, t.value)
	switch t.kind {
	case tokenBroadcast:
		return "@" + t.value
	case tokenUser, tokenGroup:
		return "@" + strings.TrimPrefix(shown, "@")
	case tokenChannel:
		return "#" + shown
	}
	return shown
}

// Readable turns text in wire form into what a person sees, leaving marks such as *
// in.
func Readable(text string) string {
	var b strings.Builder
	for _, t := range tokens(text) {
		b.WriteString(t.read())
	}
	return b.String()
}

// Composed returns the rich_text block that Slack's composer makes from a message.
func Composed(text string) []any {
	var inline []any
	for _, t := range tokens(text) {
		switch t.kind {
		case tokenUser:
			inline = append(inline, object{"type": "user", "user_id": t.value})
		case tokenBroadcast:
			inline = append(inline, object{"type": "broadcast", "range": t.value})
		case tokenLink:
			inline = append(inline, object{"type": "link", "url": t.value, "text": t.read()})
		default:
			inline = append(inline, object{"type": "text", "text": t.read()})
		}
	}
	if inline == nil {
		return nil
	}
	section := object{"type": "rich_text_section", "elements": inline}
	return []any{object{"type": "rich_text", "elements": []any{section}}}
}

// Pings returns the live mentions in a message. Only mrkdwn text and the mention
// elements of rich_text ping; plain_text, the text of rich_text, raw_text and anything
// escaped never do.
func Pings(text string, blocks []any) []string {
	found := map[string]bool{}
	scan := func(s string) {
		for _, t := range tokens(s) {
			switch t.kind {
			case tokenUser, tokenGroup, tokenBroadcast:
				found["@"+t.value] = true
			}
		}
	}
	scan(text)
	walk(blocks, func(o object) {
		switch o["type"] {
		case "mrkdwn":
			scan(Text(o, "text"))
		case "user":
			found["@"+Text(o, "user_id")] = true
		case "broadcast":
			found["@"+Text(o, "range")] = true
		}
	})
	delete(found, "@")
	return slices.Sorted(maps.Keys(found))
}

// walk visits every object in v.
func walk(v any, visit func(object)) {
	switch v := v.(type) {
	case object:
		visit(v)
		for _, inner := range v {
			walk(inner, visit)
		}
	case []any:
		for _, inner := range v {
			walk(inner, visit)
		}
	}
}
