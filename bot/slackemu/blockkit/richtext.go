package blockkit

import (
	"math"
	"strconv"
	"sync"
)

// Rich text. Slack documents the shapes but no lengths. What else is refused has
// been seen in production: empty text, empty sections (undocumented, and reports
// differ), an empty link label.
// See docs.slack.dev/reference/block-kit/blocks/rich-text-block.

func richElements(c *checker, at string, v any) { list(1, math.MaxInt, richElement)(c, at, v) }

func richElement(c *checker, at string, v any) {
	o, _ := v.(object)
	inline := shape{"type": need(anything), "elements": need(list(1, math.MaxInt, richInline))}
	border := shape{"border": may(integer(0, 1))}
	switch o["type"] {
	case "rich_text_section":
		c.object(at, v, inline)
	case "rich_text_quote":
		c.object(at, v, inline.with(border))
	case "rich_text_preformatted":
		for i, e := range items(o, "elements") {
			if Text(e, "type") == "citation" {
				c.wrong(at+"/elements/"+strconv.Itoa(i)+"/type", "unsupported type: citation")
			}
		}
		c.object(at, v, inline.with(border).with(shape{"language": may(str(1, 50))}))
	case "rich_text_list":
		c.object(at, v, border.with(shape{
			"type": need(anything), "style": need(oneOf("bullet", "ordered")),
			"indent": may(integer(0, 8)), "offset": may(integer(0, math.MaxInt32)),
			"elements": need(list(1, math.MaxInt, richSection)),
		}))
	default:
		c.wrong(at+"/type", "unsupported type: %v", o["type"])
	}
}

// richSection checks an item of a list, which must be a section.
func richSection(c *checker, at string, v any) {
	if o, _ := v.(object); o["type"] != "rich_text_section" {
		c.wrong(at+"/type", "unsupported type: %v", o["type"])
		return
	}
	richElement(c, at, v)
}

func richInline(c *checker, at string, v any) {
	o, _ := v.(object)
	kind, _ := o["type"].(string)
	fields, known := richInlines()[kind]
	if !known || kind == "citation" && c.law.Old {
		c.wrong(at+"/type", "unsupported type: %v", o["type"])
		return
	}
	c.object(at, v, fields.with(shape{"type": need(anything)}))
}

var richInlines = sync.OnceValue(func() map[string]shape {
	style := shape{"style": may(richStyle)}
	id := need(str(1, 50))
	return map[string]shape{
		"text": style.with(shape{"text": need(shown(1, math.MaxInt))}),
		"link": style.with(shape{
			"url": need(link(3000)), "text": may(shown(1, math.MaxInt)), "unsafe": may(boolean),
		}),
		"citation": {
			"url": need(link(3000)), "text": need(shown(1, 3000)), "index": need(number), "details": need(cited),
			"from_llm": may(boolean), "is_slack_url": may(boolean),
		},
		"emoji":     style.with(shape{"name": need(str(1, 100)), "unicode": may(str(1, 100)), "skin_tone": may(integer(1, 6))}),
		"user":      style.with(shape{"user_id": id}),
		"usergroup": style.with(shape{"usergroup_id": id}),
		"channel":   style.with(shape{"channel_id": id}),
		"team":      style.with(shape{"team_id": id}),
		"broadcast": style.with(shape{"range": need(oneOf("here", "channel", "everyone"))}),
		"color":     style.with(shape{"value": need(str(1, 10))}),
		"date": style.with(shape{
			"timestamp": need(integer(0, math.MaxInt64)), "format": need(str(1, 200)),
			"url": may(link(3000)), "fallback": may(str(1, 200)), "timezone": may(str(1, 100)),
		}),
	}
})

// citedKinds lists what a citation may refer to, by citation_type. No lengths are
// documented.
var citedKinds = map[string]shape{
	"web":      {"display_name": need(str(1, 3000)), "title": may(str(1, 3000)), "snippet": may(str(1, 3000))},
	"external": {"app_name": need(str(1, 3000)), "app_icon_url": need(link(3000))},
	"file":     {"file_id": need(str(1, 50)), "descriptor": may(str(1, 3000))},
	"message":  {"channel": need(str(1, 50)), "message_ts": need(str(1, 50))},
	"memory":   {"memory_id": need(str(1, 50))},
}

// cited checks what a citation says about its source.
func cited(c *checker, at string, v any) {
	fields, known := citedKinds[Text(v, "citation_type")]
	if !known {
		c.wrong(at+"/citation_type", "unsupported type: %s", Text(v, "citation_type"))
		return
	}
	c.object(at, v, fields.with(shape{"citation_type": need(anything)}))
}

func richStyle(c *checker, at string, v any) {
	flags := shape{}
	for _, name := range []string{"bold", "italic", "strike", "code", "underline", "highlight", "client_highlight", "unlink"} {
		flags[name] = may(boolean)
	}
	c.object(at, v, flags)
}
