package blockkit

import (
	"cmp"
	"fmt"
	"strings"
)

// Plain renders blocks as the lines that a person reads.
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
	case "input":
		return joined("\n", []any{b["label"], b["element"], b["hint"]}, plainElement)
	case "rich_text":
		return plainRich(b)
	case "container":
		return joined("\n", []any{Text(b, "title", "text"), Plain(items(b, "child_blocks"))}, func(v any) string { return v.(string) })
	case "table":
		return joined("\n", items(b, "rows"), plainRow)
	}
	return ""
}

func plainRow(row any) string {
	cells, _ := row.([]any)
	texts := make([]string, len(cells))
	for i, v := range cells {
		if cell, _ := v.(object); cell["type"] == "rich_text" {
			texts[i] = plainRich(cell)
		} else {
			texts[i] = Text(v, "text")
		}
	}
	return strings.Join(texts, "\t")
}

// plainElement renders a text object or an element, with controls in [brackets].
func plainElement(v any) string {
	e, _ := v.(object)
	switch e["type"] {
	case "mrkdwn":
		return Readable(Text(e, "text"))
	case "plain_text":
		return Text(e, "text")
	case "button":
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
		switch Text(v, "type") {
		case "link":
			return cmp.Or(Text(v, "text"), Text(v, "url"))
		case "citation":
			return "[" + Text(v, "text") + "]"
		case "user":
			return "@" + Text(v, "user_id")
		case "broadcast":
			return "@" + Text(v, "range")
		case "channel":
			return "#" + Text(v, "channel_id")
		}
		return Text(v, "text")
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
