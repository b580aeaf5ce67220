package blockkit

import (
	"fmt"
	"strings"
)

// Plain renders blocks as the lines a person reads.
func Plain(blocks []any) string {
	var lines []string
	for _, v := range blocks {
		b, _ := v.(object)
		if line := plainBlock(b); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

func plainBlock(b object) string {
	switch b["type"] {
	case "section":
		parts := append([]any{b["text"]}, items(b, "fields")...)
		return joined("\n", append(parts, b["accessory"]), plainElement)
	case "context", "actions", "context_actions":
		return joined(" ", items(b, "elements"), plainElement)
	case "header":
		return plainElement(b["text"])
	case "image":
		return joined(" ", []any{b["title"], b}, plainElement)
	case "input":
		return joined("\n", []any{b["label"], b["element"], b["hint"]}, plainElement)
	case "markdown":
		return Text(b, "text")
	case "rich_text":
		return plainRich(b)
	case "container":
		return joined("\n", append([]any{b["rich_text_title"], b["title"], b["subtitle"]}, items(b, "child_blocks")...), plainPart)
	case "data_table":
		return Text(b, "caption") + "\n" + plainTable(b)
	case "table":
		return plainTable(b)
	}
	return ""
}

// plainPart renders a part of a container: a block, or its title.
func plainPart(v any) string {
	b, _ := v.(object)
	if kind := Text(b, "type"); kind == "plain_text" || kind == "mrkdwn" {
		return plainElement(b)
	}
	return plainBlock(b)
}

func plainTable(b object) string {
	return joined("\n", items(b, "rows"), func(row any) string {
		cells, _ := row.([]any)
		texts := make([]string, len(cells))
		for i, cell := range cells {
			texts[i] = plainCell(cell)
		}
		return strings.Join(texts, "\t")
	})
}

func plainCell(v any) string {
	cell, _ := v.(object)
	switch cell["type"] {
	case "rich_text":
		return plainRich(cell)
	case "action_cell":
		return plainElement(cell["element"])
	case "raw_number":
		if Text(cell, "text") == "" {
			return fmt.Sprint(cell["value"])
		}
	}
	return Text(cell, "text")
}

// plainElement renders a text object or an element, with controls in [brackets].
func plainElement(v any) string {
	e, _ := v.(object)
	switch e["type"] {
	case "mrkdwn":
		return Readable(Text(e, "text"))
	case "plain_text":
		return Text(e, "text")
	case "image":
		return "[image: " + Text(e, "alt_text") + "]"
	case "button", "icon_button":
		return "[" + Text(e, "text", "text") + "]"
	case "feedback_buttons":
		return "[" + Text(e, "positive_button", "text", "text") + "] [" + Text(e, "negative_button", "text", "text") + "]"
	case "overflow", "radio_buttons", "checkboxes":
		return joined(" ", items(e, "options"), func(o any) string {
			choice, _ := o.(object)
			return "[" + plainElement(choice["text"]) + "]"
		})
	case nil:
		return ""
	}
	return "[" + Text(e, "placeholder", "text") + "]"
}

func plainRich(b object) string {
	return joined("\n", items(b, "elements"), func(v any) string {
		e, _ := v.(object)
		switch e["type"] {
		case "rich_text_list":
			return plainList(e)
		case "rich_text_quote":
			return "> " + strings.ReplaceAll(plainInline(e), "\n", "\n> ")
		}
		return plainInline(e)
	})
}

func plainList(e object) string {
	indent, offset := whole(e["indent"]), whole(e["offset"])
	pad := strings.Repeat("  ", min(max(indent, 0), 8))
	n := 0
	return joined("\n", items(e, "elements"), func(v any) string {
		item, _ := v.(object)
		n++
		if e["style"] == "ordered" {
			return fmt.Sprintf("%s%d. %s", pad, offset+n, plainInline(item))
		}
		return pad + "• " + plainInline(item)
	})
}

func plainInline(e object) string {
	return joined("", items(e, "elements"), func(v any) string {
		o, _ := v.(object)
		switch o["type"] {
		case "text":
			return Text(o, "text")
		case "link":
			if label := Text(o, "text"); label != "" {
				return label
			}
			return Text(o, "url")
		case "citation":
			return "[" + Text(o, "text") + "]"
		case "emoji":
			return ":" + Text(o, "name") + ":"
		case "user":
			return "@" + Text(o, "user_id")
		case "usergroup":
			return "@" + Text(o, "usergroup_id")
		case "broadcast":
			return "@" + Text(o, "range")
		case "channel":
			return "#" + Text(o, "channel_id")
		}
		return Text(o, "fallback")
	})
}

func items(o object, name string) []any {
	list, _ := o[name].([]any)
	return list
}

// joined renders each value and joins those that are not empty.
func joined(sep string, values []any, render func(any) string) string {
	var parts []string
	for _, v := range values {
		if s := render(v); s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, sep)
}

// whole returns v as a whole number, or 0.
func whole(v any) int {
	var n int
	_, _ = fmt.Sscan(fmt.Sprint(v), &n)
	return n
}
