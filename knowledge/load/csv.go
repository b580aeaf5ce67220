package load

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"careeradvisor/knowledge/load/tree"
)

// maxCells is how many cells a table of values may have: enough for as many rows as a document may
// have passages, in ten columns.
const maxCells = 10 * MaxPassages

// csvTree reads values with separators between them: a table under its first row. If the columns
// are named question and answer, each question is a heading with its answer under it; a single
// column is a list.
func csvTree(_ context.Context, _ *Parser, data []byte) (*html.Node, error) {
	sep, data := separator(data)
	var rows [][]string
	cells := 0
	for row, err := range records(data, sep) {
		if err != nil {
			return nil, &tree.Fault{What: "is not a table of separated values: save it again as .csv", Cause: err}
		}
		if cells += len(row); cells > maxCells {
			return nil, &tree.Fault{What: fmt.Sprintf("holds more than %d cells: split it", maxCells)}
		}
		rows = append(rows, row)
	}
	page, body := tree.Page()
	for len(rows) > 1 && filled(rows[0]) == 1 && filled(rows[1]) > 1 { // a title above the table
		body.AppendChild(tree.New(atom.P, tree.Text(strings.Join(rows[0], ""))))
		rows = rows[1:]
	}
	if len(rows) > 0 {
		body.AppendChild(valuesOf(rows))
	}
	return page, nil
}

// valuesOf reads rows according to the first one.
func valuesOf(rows [][]string) *html.Node {
	question, answer := column(rows[0], "question", "questions", "q"), column(rows[0], "answer", "answers", "a")
	switch {
	case question >= 0 && answer >= 0:
		return asked(rows, question, answer)
	case widest(rows) == 1:
		return valueList(rows)
	}
	return valueTable(rows)
}

// separators are the characters that may separate values; if two fit, the first is taken.
var separators = []rune{',', ';', '\t', '|'}

const (
	sample = 50     // rows show what is between values
	none   = '\x1f' // is between values of a single column
)

// separator finds the character that splits at least half of the rows into equally many values, and
// the text after a first line that names it, as Excel writes ("sep=;").
func separator(data []byte) (rune, []byte) {
	first, rest, _ := bytes.Cut(data, []byte("\n"))
	if name, ok := bytes.CutPrefix(bytes.TrimRight(first, "\r"), []byte("sep=")); ok && len(name) == 1 {
		return rune(name[0]), rest
	}
	best, most := none, 0
	for _, sep := range separators {
		counts, all := map[int]int{}, 0
		for row := range records(data, sep) {
			if counts[len(row)]++; all == sample {
				break
			}
			all++
		}
		for values, n := range counts {
			if values > 1 && n > most && 2*n >= all {
				best, most = sep, n
			}
		}
	}
	return best, data
}

// records are the rows that are not empty. After an error there are no more.
func records(data []byte, sep rune) iter.Seq2[[]string, error] {
	in := csv.NewReader(bytes.NewReader(data))
	in.Comma, in.FieldsPerRecord, in.LazyQuotes, in.TrimLeadingSpace = sep, -1, true, sep != '\t'
	return func(yield func([]string, error) bool) {
		for {
			row, err := in.Read()
			if errors.Is(err, io.EOF) || err == nil && filled(row) > 0 && !yield(row, nil) {
				return
			}
			if err != nil {
				yield(nil, err)
				return
			}
		}
	}
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

// column is the index of the first column that has one of some names; -1 if there is none.
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

// asked makes a section of each question with its answer, followed by the other columns under their
// names.
func asked(rows [][]string, question, answer int) *html.Node {
	all := tree.New(atom.Section)
	head := rows[0]
	value := func(row []string, i int) string {
		switch {
		case i >= len(row):
			return ""
		case i == len(head)-1: // including what was not meant to be separate values
			return strings.TrimSpace(strings.Join(row[i:], " "))
		}
		return strings.TrimSpace(row[i])
	}
	for _, row := range rows[1:] {
		all.AppendChild(tree.New(atom.H2, tree.Text(value(row, question))))
		for _, line := range strings.Split(value(row, answer), "\n") {
			all.AppendChild(tree.New(atom.P, tree.Text(line)))
		}
		for i := range head {
			if v := value(row, i); v != "" && i != question && i != answer {
				all.AppendChild(tree.New(atom.P, tree.Text(value(head, i)+": "+v)))
			}
		}
	}
	return all
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
