package load

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"careeradvisor/knowledge/load/tree"
)

// maxCells is how many cells a table of values may have: those of the most passages
// that a document can have, in ten columns.
const maxCells = 10 * MaxPassages

// csvTree reads values with separators between: a table under its first row. Where
// the columns are named question and answer, each question is a heading with its
// answer under it; a single column is a list.
func csvTree(_ context.Context, _ *Parser, data []byte) (*html.Node, error) {
	sep, data := separator(data)
	rows, err := records(data, sep, maxCells)
	if err != nil {
		return nil, err
	}
	page, body := tree.Page()
	for len(rows) > 1 && filled(rows[0]) == 1 && filled(rows[1]) > 1 { // a title above the table
		body.AppendChild(tree.New(atom.P, tree.Text(strings.Join(rows[0], ""))))
		rows = rows[1:]
	}
	if len(rows) == 0 {
		return page, nil
	}
	question, answer := column(rows[0], "question", "questions", "q"), column(rows[0], "answer", "answers", "a")
	switch {
	case question >= 0 && answer >= 0:
		asked(body, rows, question, answer)
	case widest(rows) == 1:
		body.AppendChild(valueList(rows))
	default:
		body.AppendChild(valueTable(rows))
	}
	return page, nil
}

// separators are what may stand between values; of two that fit, the first is meant.
var separators = []rune{',', ';', '\t', '|'}

// sample is how many rows tell what stands between values.
const sample = 50

// separator is what parts the most rows into as many values each, and what follows a
// first line that names it, as Excel writes it ("sep=;").
func separator(data []byte) (rune, []byte) {
	if first, rest, ok := bytes.Cut(data, []byte("\n")); ok && len(bytes.TrimRight(first, "\r")) == len("sep=;") && bytes.HasPrefix(first, []byte("sep=")) {
		return rune(first[4]), rest
	}
	best, most := separators[0], 0
	for _, sep := range separators {
		rows, err := records(data, sep, sample)
		if err != nil {
			continue
		}
		counts := map[int]int{}
		for _, r := range rows {
			if counts[len(r)]++; len(r) > 1 && counts[len(r)] > most {
				best, most = sep, counts[len(r)]
			}
		}
	}
	return best, data
}

// records reads rows that are not empty. Where limit is a sample's, it is of rows,
// else of cells, and more of them is an error.
func records(data []byte, sep rune, limit int) ([][]string, error) {
	in := csv.NewReader(bytes.NewReader(data))
	in.Comma, in.FieldsPerRecord, in.LazyQuotes, in.TrimLeadingSpace = sep, -1, true, sep != '\t'
	var rows [][]string
	cells := 0
	for limit != sample || len(rows) < sample {
		row, err := in.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, &tree.Fault{What: "is no table of values with separators: save it again as .csv", Cause: err}
		}
		if cells += len(row); cells > limit && limit != sample {
			return nil, &tree.Fault{What: fmt.Sprintf("holds more than %d cells: split it", limit)}
		}
		if filled(row) > 0 {
			rows = append(rows, row)
		}
	}
	return rows, nil
}

// filled is how many values of a row are not blank.
func filled(row []string) int {
	n := 0
	for _, v := range row {
		if strings.TrimSpace(v) != "" {
			n++
		}
	}
	return n
}

func widest(rows [][]string) int {
	n := 0
	for _, r := range rows {
		n = max(n, len(r))
	}
	return n
}

// column is the place of the column of one of some names, -1 where there is none.
func column(head []string, names ...string) int {
	for _, name := range names {
		for i, h := range head {
			if strings.EqualFold(strings.TrimSpace(h), name) {
				return i
			}
		}
	}
	return -1
}

// asked adds questions and answers; what the other columns say follows an answer,
// after their names.
func asked(body *html.Node, rows [][]string, question, answer int) {
	value := func(row []string, i int) string {
		if i < len(row) {
			return strings.TrimSpace(row[i])
		}
		return ""
	}
	head := rows[0]
	for _, row := range rows[1:] {
		body.AppendChild(tree.New(atom.H2, tree.Text(value(row, question))))
		for _, line := range strings.Split(value(row, answer), "\n") {
			body.AppendChild(tree.New(atom.P, tree.Text(line)))
		}
		for i := range head {
			if v := value(row, i); v != "" && i != question && i != answer {
				body.AppendChild(tree.New(atom.P, tree.Text(value(head, i)+": "+v)))
			}
		}
	}
}

func valueList(rows [][]string) *html.Node {
	list := tree.New(atom.Ul)
	for _, r := range rows {
		list.AppendChild(tree.New(atom.Li, tree.Text(r[0])))
	}
	return list
}

func valueTable(rows [][]string) *html.Node {
	head, body := tree.New(atom.Thead), tree.New(atom.Tbody)
	part, kind := head, atom.Th
	for _, r := range rows {
		tr := tree.New(atom.Tr)
		for _, v := range r {
			tr.AppendChild(tree.New(kind, tree.Text(v)))
		}
		part.AppendChild(tr)
		part, kind = body, atom.Td
	}
	return tree.New(atom.Table, head, body)
}
