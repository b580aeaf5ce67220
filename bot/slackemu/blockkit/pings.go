package blockkit

import (
	"maps"
	"regexp"
	"slices"
)

// Pings returns the live mentions in a message. Only mrkdwn text, markdown blocks
// (undocumented, so assumed) and the mention elements of rich_text ping;
// plain_text, the text of rich_text, raw_text and anything escaped never do. With
// link_names or parse=full, words like @here do.
func Pings(text string, blocks, attachments []any, linkNames bool) []string {
	found := map[string]bool{}
	scan := func(s string) {
		for _, t := range tokens(s) {
			switch t.kind {
			case tokenUser, tokenGroup, tokenBroadcast:
				found["@"+t.value] = true
			}
		}
		if linkNames {
			for _, m := range groupWord.FindAllStringSubmatch(s, -1) {
				found[m[1]] = true
			}
		}
	}
	scan(text)
	for _, a := range attachments {
		scan(Text(a, "text"))
		scan(Text(a, "pretext"))
	}
	walk([]any{blocks, attachments}, func(o object) {
		switch o["type"] {
		case "mrkdwn", "markdown":
			scan(Text(o, "text"))
		case "user":
			found["@"+Text(o, "user_id")] = true
		case "usergroup":
			found["@"+Text(o, "usergroup_id")] = true
		case "broadcast":
			found["@"+Text(o, "range")] = true
		}
	})
	delete(found, "@")
	return slices.Sorted(maps.Keys(found))
}

var groupWord = regexp.MustCompile(`(?:^|[^\w@])(@(?:here|channel|everyone))\b`)

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
