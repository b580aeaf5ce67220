package blockkit

import "slices"

// blockKind is one type of block: where it is allowed and what it may contain.
type blockKind struct {
	on     surface
	late   bool // came in 2026
	fields shape
	also   func(c *checker, at string, b object)
}

// blockKinds returns the blocks that are modelled: those for posting text, choices and tables. All
// others are refused, which errs on the safe side. Limits:
// docs.slack.dev/reference/block-kit/blocks.
func blockKinds() map[string]blockKind {
	return map[string]blockKind{
		"section": {on: everywhere, also: sectionHasText, fields: shape{
			"text":      may(text(3000)),
			"fields":    may(list(1, 10, text(2000))),
			"accessory": may(element(accessories...)),
		}},
		"header":  {on: everywhere, fields: shape{"text": need(plain(150))}},
		"divider": {on: everywhere},
		// No limit is documented for the text of a context; 2,000 is the limit for elements in
		// other blocks, and more than a footnote needs.
		"context":         {on: everywhere, fields: shape{"elements": need(list(1, 10, text(2000)))}},
		"actions":         {on: everywhere, fields: shape{"elements": need(list(1, 25, element(actionElements...)))}},
		"context_actions": {on: onMessage, fields: shape{"elements": need(list(1, 5, element("feedback_buttons")))}},
		"input": {on: everywhere, also: countInput, fields: shape{
			"label": need(plain(2000)), "hint": may(plain(2000)), "element": need(element(inputElements...)),
			"optional": may(boolean), "dispatch_action": may(boolean),
		}},
		"rich_text": {on: everywhere, fields: shape{"elements": need(richElements)}},
		"table": {on: onMessage, also: rowsAreEqual, fields: shape{
			"rows": need(list(1, 100, list(1, 20, cell))),
			"column_settings": may(list(0, 20, nullOr(is(shape{
				"align": may(oneOf("left", "center", "right")), "is_wrapped": may(boolean),
			})))),
		}},
		"container": {on: onMessage, late: true, also: foldedIsCollapsible, fields: shape{
			"title":          need(plain(150)),
			"is_collapsible": may(boolean), "default_collapsed": may(boolean),
			"child_blocks": need(list(1, 10, childBlock)),
		}},
	}
}

var (
	choosers       = []string{"checkboxes", "radio_buttons", "static_select", "users_select", "conversations_select"}
	multiSelects   = []string{"multi_static_select", "multi_users_select"}
	actionElements = append([]string{"button", "overflow"}, choosers...)
	accessories    = append(slices.Clip(actionElements), multiSelects...)
	inputElements  = append(append([]string{"plain_text_input"}, choosers...), multiSelects...)

	// inContainers are blocks that are documented for containers and that the validator
	// accepts. It has been seen to refuse rich_text and input, which are documented too.
	inContainers = []string{"actions", "context", "divider", "header", "section", "table"}
)

func sectionHasText(c *checker, at string, b object) {
	if b["text"] == nil && b["fields"] == nil {
		c.wrong(at, "missing required field: text or fields")
	}
}

func countInput(c *checker, _ string, _ object) { c.inputs++ }

func foldedIsCollapsible(c *checker, at string, b object) {
	if b["default_collapsed"] == true && b["is_collapsible"] != true {
		c.wrong(at+"/default_collapsed", "is_collapsible must be true")
	}
}

func childBlock(c *checker, at string, v any) {
	if kind := Text(v, "type"); !slices.Contains(inContainers, kind) {
		c.wrong(at+"/type", "unsupported type: %s", kind)
		return
	}
	c.block(at, v)
}

// cell checks a table cell. raw_number is documented, but some workspaces refuse
// it, and empty cells too, so both are refused.
func cell(c *checker, at string, v any) {
	before := c.text
	c.kinds(at, v, map[string]shape{
		"raw_text":  {"text": need(shown(1, maxTableTotal))},
		"rich_text": {"elements": need(richElements)},
	})
	c.cells += c.text - before
}

// rowsAreEqual checks that all rows have the same length. That is documented only for data tables,
// but ragged rows are easy to pad.
func rowsAreEqual(c *checker, at string, b object) {
	c.tables++
	rows := items(b, "rows")
	for _, v := range rows {
		row, _ := v.([]any)
		first, _ := rows[0].([]any)
		if len(row) != len(first) {
			c.wrong(at+"/rows", "all rows must have the same number of cells")
			return
		}
	}
}
