package render

import (
	"cmp"
	"strings"

	"github.com/slack-go/slack"

	"careeradvisor/knowledge"
)

// noText fills cells that say nothing: Slack refuses empty ones.
const (
	noText   = "–"
	noHeader = " "
)

func hasCells(a knowledge.Answer) bool { return cellsAcross(a) > 0 }

func cellsAcross(a knowledge.Answer) int {
	n := 0
	for _, p := range a.Points {
		n = max(n, len(p.Cells))
	}
	return n
}

// table shows a comparison as native tables, cut between rows where one would be
// too long; one that no table can hold is shown as lists. Rows that say nothing
// are left out.
func table(a knowledge.Answer) []piece {
	across := max(cellsAcross(a), len(a.Columns))
	head := headRow(a.Columns, across, hasLabels(a))
	if len(head) > maxTableCells || Size(strings.Join(a.Columns, "")) > maxHead {
		return tableAsLists(a)
	}
	var all []piece
	open := piece{form: grid}
	for _, p := range a.Points {
		cells, plain := tableRow(a, p, across)
		if plain == "" {
			continue
		}
		length := Size(plain) + 1
		if length > MaxText {
			return tableAsLists(a)
		}
		full := len(open.rows) == maxTableRows-1 || Size(open.plain)+length > MaxText
		if full && len(open.rows) > 0 {
			all = append(all, open)
			open = piece{form: grid}
		}
		open.head = head
		open.rows = append(open.rows, cells)
		open.plain = joinLines(open.plain, plain)
	}
	if len(open.rows) == 0 {
		return nil
	}
	return append(all, open)
}

// hasLabels reports whether any row says what it is about; without, there is no
// column for it.
func hasLabels(a knowledge.Answer) bool {
	for _, p := range a.Points {
		if strings.TrimSpace(p.Label) != "" {
			return true
		}
	}
	return false
}

func headRow(columns []string, across int, labels bool) []slack.TableCell {
	var row []slack.TableCell
	if labels {
		row = append(row, slack.NewTableRawTextCell(noHeader))
	}
	for i := range across {
		name := noHeader
		if i < len(columns) {
			name = cmp.Or(OneLine(columns[i]), noHeader)
		}
		row = append(row, boldCell(name))
	}
	return row
}

// tableRow is a row as cells and as plain text, as [knowledge.Answer.Text] has it.
func tableRow(a knowledge.Answer, p knowledge.Point, across int) ([]slack.TableCell, string) {
	label := OneLine(p.Label)
	var row []slack.TableCell
	switch {
	case label != "":
		row = append(row, boldCell(label))
	case hasLabels(a):
		row = append(row, slack.NewTableRawTextCell(noHeader))
	}
	cells := rowCells(p)
	plain := label
	for i := range across {
		text := ""
		if i < len(cells) {
			text = cellText(a, cells[i])
		}
		row = append(row, slack.NewTableRawTextCell(cmp.Or(text, noText)))
		if text != "" {
			plain = joinLines(plain, "  "+knowledge.Labelled(columnName(a, i), text))
		}
	}
	return row, plain
}

// rowCells are a row's cells; a point that has none is one cell.
func rowCells(p knowledge.Point) []knowledge.Cell {
	if len(p.Cells) == 0 {
		return []knowledge.Cell{{Text: p.Text, Cites: p.Cites}}
	}
	return p.Cells
}

func cellText(a knowledge.Answer, c knowledge.Cell) string {
	text := strings.TrimSpace(c.Text)
	if text == "" {
		return ""
	}
	return text + marks(a, c.Cites)
}

func columnName(a knowledge.Answer, i int) string {
	if i < len(a.Columns) {
		return OneLine(a.Columns[i])
	}
	return ""
}

func boldCell(text string) slack.TableCell {
	return slack.NewTableRichTextCell(slack.NewRichTextSection(Run(text, true)))
}

// tableAsLists shows each row as its label and a bullet for each cell.
func tableAsLists(a knowledge.Answer) []piece {
	var all []piece
	for _, p := range a.Points {
		all = append(all, Paragraph("", OneLine(p.Label))...)
		for i, c := range rowCells(p) {
			parts := cited(a, columnName(a, i), strings.TrimSpace(c.Text), c.Cites)
			if strings.TrimSpace(c.Text) == "" {
				continue
			}
			parts[0].form = bullet
			all = append(all, parts...)
		}
	}
	return all
}

// tableBlock makes the block, wrapping its texts: Slack shows one line otherwise.
func tableBlock(head []slack.TableCell, rows [][]slack.TableCell) *slack.TableBlock {
	block := slack.NewTableBlock("")
	for range head {
		block.ColumnSettings = append(block.ColumnSettings,
			slack.ColumnSetting{Align: slack.ColumnAlignmentLeft, IsWrapped: true})
	}
	block.AddRow(head...)
	for _, r := range rows {
		block.AddRow(r...)
	}
	return block
}
