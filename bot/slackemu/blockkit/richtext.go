package blockkit

import "math"

// Rich text. Slack documents the shapes but no lengths. Anything else that is refused here has been
// seen refused in production: empty text, empty sections (undocumented, and reports differ), an
// empty link label. See docs.slack.dev/reference/block-kit/blocks/rich-text-block.

var (
	richElements = list(1, math.MaxInt, func(c *checker, at string, v any) { c.kinds(at, v, richKinds) })
	richSection  = func(c *checker, at string, v any) { c.kinds(at, v, map[string]shape{"rich_text_section": inline}) }

	richKinds = map[string]shape{
		"rich_text_section":      inline,
		"rich_text_quote":        inline.with(border),
		"rich_text_preformatted": border.with(shape{"elements": need(list(1, math.MaxInt, func(c *checker, at string, v any) { c.kinds(at, v, codeInlines) }))}),
		"rich_text_list": border.with(shape{
			"style":  need(oneOf("bullet", "ordered")),
			"indent": may(integer(0, 8)), "offset": may(integer(0, math.MaxInt32)),
			"elements": need(list(1, math.MaxInt, richSection)),
		}),
	}
	inline = shape{"elements": need(list(1, math.MaxInt, richInline))}
	border = shape{"border": may(integer(0, 1))}
)

func richInline(c *checker, at string, v any) {
	if c.law.Old && Text(v, "type") == "citation" {
		c.wrong(at+"/type", "unsupported type: citation")
		return
	}
	c.kinds(at, v, richInlines)
}

var richInlines = map[string]shape{
	"text": styled.with(shape{"text": need(shown(1, math.MaxInt))}),
	"link": styled.with(shape{
		"url": need(link(3000)), "text": may(shown(1, math.MaxInt)), "unsafe": may(boolean),
	}),
	"citation": {
		"url": need(link(3000)), "text": need(shown(1, 3000)), "index": need(number), "details": need(cited),
		"from_llm": may(boolean), "is_slack_url": may(boolean),
	},
	"user":    styled.with(shape{"user_id": need(id)}),
	"channel": styled.with(shape{"channel_id": need(id)}),
}

// codeInlines is what a block of code may have; Slack documents text and links.
var codeInlines = map[string]shape{"text": richInlines["text"], "link": richInlines["link"]}

// cited describes the source of a citation; only web pages are modelled. No lengths are documented.
var cited = is(shape{
	"citation_type": need(oneOf("web")),
	"display_name":  need(str(1, 3000)), "title": may(str(1, 3000)), "snippet": may(str(1, 3000)),
})

var styled = shape{"style": may(is(shape{
	"bold": may(boolean), "italic": may(boolean), "strike": may(boolean), "code": may(boolean), "underline": may(boolean),
	"highlight": may(boolean), "client_highlight": may(boolean), "unlink": may(boolean),
}))}
