package render

import (
	"cmp"
	"slices"
	"strings"

	"github.com/slack-go/slack"

	"careeradvisor/knowledge"
)

// noText fills empty cells, which Slack refuses.
const (
	noText   = "–"
	noHeader = " "
)

func cellsAcross(a knowledge.Answer) (n int) {
	for _, p := range a.Points {
		n = max(n, len(p.Cells))
	}
	return n
}

// table shows a comparison as native tables, cut between rows when one would be too long; a
// comparison that no table can hold is shown as lists. Empty rows are left out.
func table(a knowledge.Answer) []piece {
	across := max(cellsAcross(a), len(a.Columns))
	labels := slices.ContainsFunc(a.Points, func(p knowledge.Point) bool { return OneLine(p.Label) != "" })
	var head []slack.TableCell
	if labels {
		head = append(head, slack.NewTableRawTextCell(noHeader))
	}
	for i := range across {
		head = append(head, boldCell(columnName(a, i)))
	}
	if len(head) > maxTableCells || Size(strings.Join(a.Columns, "")) > maxHead {
		return tableAsLists(a)
	}
	var all []piece
	var block *slack.TableBlock // of the last piece
	for _, p := range a.Points {
		cells, plain := tableRow(a, p, across, labels)
		length := Size(plain) + 1
		switch last := len(all) - 1; {
		case plain == "":
		case length > MaxText:
			return tableAsLists(a)
		case last < 0 || len(block.Rows) == maxTableRows || Size(all[last].text)+length > MaxText:
			block = tableBlock(head)
			block.AddRow(cells...)
			all = append(all, piece{block: block, text: plain})
		default:
			block.AddRow(cells...)
			all[last].text = joinLines(all[last].text, plain)
		}
	}
	return all
}

// tableRow is a row as cells and, in the form of [knowledge.Answer.Text], as plain text.
func tableRow(a knowledge.Answer, p knowledge.Point, across int, labels bool) (row []slack.TableCell, plain string) {
	plain = OneLine(p.Label)
	if labels {
		row = append(row, boldCell(plain))
	}
	cells := rowCells(p)
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

// rowCells returns a row's cells; a point without any is one cell.
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

// boldCell is a cell of the head; an empty one gets a space.
func boldCell(text string) slack.TableCell {
	if text == "" {
		return slack.NewTableRawTextCell(noHeader)
	}
	return slack.NewTableRichTextCell(slack.NewRichTextSection(Run(text, true)))
}

// tableAsLists shows each row as its label and a bullet for each cell.
func tableAsLists(a knowledge.Answer) (all []piece) {
	for _, p := range a.Points {
		all = append(all, Paragraph("", OneLine(p.Label))...)
		for i, c := range rowCells(p) {
			if text := strings.TrimSpace(c.Text); text != "" {
				parts := cited(a, columnName(a, i), text, c.Cites)
				parts[0].style = slack.RTEListBullet
				all = append(all, parts...)
			}
		}
	}
	return all
}

// tableBlock begins a table, wrapping its texts: Slack shows one line otherwise.
func tableBlock(head []slack.TableCell) *slack.TableBlock {
	block := slack.NewTableBlock("")
	for range head {
		block.ColumnSettings = append(block.ColumnSettings,
			slack.ColumnSetting{Align: slack.ColumnAlignmentLeft, IsWrapped: true})
	}
	block.AddRow(head...)
	return block
}
