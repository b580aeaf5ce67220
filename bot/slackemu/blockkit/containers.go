package blockkit

import "slices"

// Containers group blocks and may be collapsible; data tables are sorted and paged
// in the client. Both were new in 2026.

// inContainers lists the blocks a container may hold: those that are documented and
// that the validator accepts. The documentation also names rich_text and input,
// which the validator has been seen to refuse.
var inContainers = []string{"actions", "context", "divider", "header", "image", "section", "table"}

func childBlock(c *checker, at string, v any) {
	if kind := Text(v, "type"); !slices.Contains(inContainers, kind) {
		c.wrong(at+"/type", "unsupported type: %s", kind)
		return
	}
	c.block(at, v)
}

func containerHolds(c *checker, at string, b object) {
	if b["title"] == nil && b["rich_text_title"] == nil {
		c.wrong(at, "missing required field: title or rich_text_title")
	}
	folds := b["is_collapsible"] == true
	if b["default_collapsed"] == true && !folds {
		c.wrong(at+"/default_collapsed", "is_collapsible must be true")
	}
	if b["has_header_divider"] == true && folds {
		c.wrong(at+"/has_header_divider", "is_collapsible must be false")
	}
}

// dataCell checks a cell of a data table.
func dataCell(c *checker, at string, v any) {
	before := c.text
	o, _ := v.(object)
	switch o["type"] {
	case "raw_number":
		c.object(at, v, shape{"type": need(anything), "value": need(number), "text": may(shown(1, maxTableTotal))})
	case "action_cell":
		c.object(at, v, shape{"type": need(anything), "element": need(element("button")), "fallback": may(dataCell)})
	default:
		cell(c, at, v)
		return // which has counted it
	}
	c.cells += c.text - before
}

// dataTableFits checks a data table as a whole: all rows have the same length, and
// the first names the columns.
func dataTableFits(c *checker, at string, b object) {
	rowsAreEqual(c, at, b)
	rows := items(b, "rows")
	if len(rows) == 0 {
		return
	}
	head, _ := rows[0].([]any)
	for _, v := range head {
		if kind := Text(v, "type"); kind == "rich_text" || kind == "action_cell" {
			c.wrong(at+"/rows/0", "unsupported type in the header row: %s", kind)
		}
	}
	if n := whole(b["row_header_column_index"]); n > 0 && n >= len(head) {
		c.wrong(at+"/row_header_column_index", "must be the index of a column")
	}
}
