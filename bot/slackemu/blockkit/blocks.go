package blockkit

import "sync"

// blockKind is one type of block: where it is allowed and what it may contain.
type blockKind struct {
	on     surface
	late   bool // came in 2026
	fields shape
	also   func(c *checker, at string, b object)
}

// blockKinds are the blocks that are modelled. Others that Slack has (video,
// card, carousel, alert, layout, plan, …) and those that apps cannot send (file,
// call) are refused, which is the safe mistake.
// Limits: docs.slack.dev/reference/block-kit/blocks.
func blockKinds() map[string]blockKind {
	blocksOnce.Do(func() { blocksKnown = allBlocks() })
	return blocksKnown
}

// A container holds blocks, so the table cannot be a variable that makes itself.
var (
	blocksOnce  sync.Once
	blocksKnown map[string]blockKind
)

func allBlocks() map[string]blockKind {
	return map[string]blockKind{
		"section": {on: everywhere, also: sectionHasText, fields: shape{
			"text":      may(text(3000)),
			"fields":    may(list(1, 10, text(2000))),
			"accessory": may(element(accessories...)),
			"expand":    may(boolean),
		}},
		"header": {on: everywhere, fields: shape{
			"text": need(plain(150)), "level": late(integer(1, 4)),
		}},
		"divider": {on: everywhere},
		"image": {on: everywhere, also: oneImage, fields: shape{
			"image_url": may(link(3000)), "slack_file": may(slackFile),
			"alt_text": need(str(1, 2000)), "title": may(plain(2000)),
		}},
		"context":         {on: everywhere, fields: shape{"elements": need(list(1, 10, contextElement))}},
		"actions":         {on: everywhere, fields: shape{"elements": need(list(1, 25, element(actionElements...)))}},
		"context_actions": {on: onMessage, fields: shape{"elements": need(list(1, 5, element("feedback_buttons", "icon_button")))}},
		"input": {on: everywhere, also: countInput, fields: shape{
			"label": need(plain(2000)), "hint": may(plain(2000)),
			"element":  need(element(inputElements...)),
			"optional": may(boolean), "dispatch_action": may(boolean),
		}},
		"markdown":  {on: onMessage, fields: shape{"text": need(markdown)}},
		"rich_text": {on: everywhere, fields: shape{"elements": need(richElements)}},
		"table": {on: onMessage, also: rowsAreEqual, fields: shape{
			"rows": need(list(1, 100, list(1, 20, cell))),
			"column_settings": may(list(0, 20, nullOr(is(shape{
				"align": may(oneOf("left", "center", "right")), "is_wrapped": may(boolean),
			})))),
		}},
		"container": {on: onMessage, late: true, also: containerHolds, fields: shape{
			"title": may(plain(150)), "subtitle": may(text(150)), "icon": may(element("image")),
			"rich_text_title": may(is(shape{"type": need(oneOf("rich_text")), "elements": need(richElements)})),
			"width":           may(oneOf("narrow", "standard", "wide", "full")),
			"is_collapsible":  may(boolean), "default_collapsed": may(boolean), "has_header_divider": may(boolean),
			"child_blocks": need(list(1, 10, childBlock)),
		}},
		"data_table": {on: onMessage, late: true, also: dataTableFits, fields: shape{
			"caption": need(shown(1, 2000)), "rows": need(list(2, 101, list(1, 20, dataCell))),
			"page_size": may(integer(1, 100)), "row_header_column_index": may(integer(0, 19)),
		}},
	}
}

var (
	singleSelects  = []string{"static_select", "external_select", "users_select", "conversations_select", "channels_select"}
	multiSelects   = []string{"multi_static_select", "multi_external_select", "multi_users_select", "multi_conversations_select", "multi_channels_select"}
	choosers       = append([]string{"checkboxes", "radio_buttons", "datepicker", "timepicker"}, singleSelects...)
	actionElements = append([]string{"button", "overflow", "datetimepicker"}, choosers...)
	accessories    = append(append([]string{"button", "overflow", "image"}, choosers...), multiSelects...)
	inputElements  = append(append([]string{
		"datetimepicker", "plain_text_input", "email_text_input", "url_text_input",
		"number_input", "rich_text_input", "file_input",
	}, choosers...), multiSelects...)
)

func sectionHasText(c *checker, at string, b object) {
	if b["text"] == nil && b["fields"] == nil {
		c.wrong(at, "missing required field: text or fields")
	}
}

func oneImage(c *checker, at string, b object) {
	if (b["image_url"] == nil) == (b["slack_file"] == nil) {
		c.wrong(at, "must provide exactly one of image_url and slack_file")
	}
}

func countInput(c *checker, at string, b object) {
	c.inputs++
	if e, _ := b["element"].(object); e["type"] == "file_input" && c.on != onModal {
		c.wrong(at+"/element", "file_input is only allowed in modals")
	}
}

// contextElement checks an element of a context block. No length is documented for
// its text; 2,000 is the limit of elements in other blocks and more than a footnote
// needs.
func contextElement(c *checker, at string, v any) {
	if o, ok := v.(object); ok && o["type"] == "image" {
		element("image")(c, at, v)
		return
	}
	text(2000)(c, at, v)
}

func markdown(c *checker, at string, v any) {
	n := c.str(at, v, 1, maxMarkdownTotal)
	c.markdown += n
	c.text += n
}

// cell checks a table cell. raw_number is documented, but some workspaces refuse
// it, and empty cells too, so both are refused.
func cell(c *checker, at string, v any) {
	before := c.text
	o, _ := v.(object)
	switch o["type"] {
	case "raw_text":
		c.object(at, v, shape{"type": need(anything), "text": need(shown(1, maxTableTotal))})
	case "rich_text":
		c.object(at, v, shape{"type": need(anything), "elements": need(richElements)})
	default:
		c.wrong(at+"/type", "unsupported type: %v", o["type"])
	}
	c.cells += c.text - before
}

// rowsAreEqual checks that all rows have the same length. That is documented for
// data tables only, but ragged rows are easy to pad, so nobody needs to rely on
// them.
func rowsAreEqual(c *checker, at string, b object) {
	c.tables++
	rows, _ := b["rows"].([]any)
	for _, v := range rows {
		row, _ := v.([]any)
		first, _ := rows[0].([]any)
		if len(row) != len(first) {
			c.wrong(at+"/rows", "all rows must have the same number of cells")
			return
		}
	}
}

func nullOr(rule check) check {
	return func(c *checker, at string, v any) {
		if v != nil {
			rule(c, at, v)
		}
	}
}
