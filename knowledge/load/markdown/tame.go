package markdown

import (
	"bytes"
	"fmt"
)

// The Markdown parser takes quadratic time, or an unbounded stack, on some texts that nobody writes
// by hand. The content of such a text is kept; the marks that make it expensive are taken for plain
// text.
const (
	// maxNesting is how deep lists and quotations may be nested.
	maxNesting = 64

	// maxMarks is how many marks (of links, emphasis, code …) a block may have, and maxSteps is how
	// often the parser may look at one of its bytes because of them. maxOpen is how many brackets
	// may be open at once.
	maxMarks = 2000
	maxSteps = 32 << 20
	maxOpen  = 100

	// maxColumns is how many columns a table may have. A wider one is text.
	maxColumns = 100
)

// tooDeep describes the first line that opens too many lists and quotations at once, or is indented
// too far for one; it is "" if there is none.
func tooDeep(data []byte) string {
	n := 0
	for line := range bytes.Lines(data) {
		n++
		if nesting(line) > maxNesting {
			return fmt.Sprintf("nests lists or quotations more than %d deep in line %d: flatten them", maxNesting, n)
		}
	}
	return ""
}

// nesting is how many lists and quotations a line may be in at most, by the
// marks that it begins with and how far it is indented.
func nesting(line []byte) int {
	if isThematicBreak(line) {
		return 0
	}
	columns, quotes, items := 0, 0, 0
	for len(line) > 0 {
		n := listMark(line)
		switch {
		case line[0] == ' ':
			columns++
		case line[0] == '\t':
			columns += 4
		case line[0] == '>':
			quotes++
		case n > 0:
			items++
		default:
			line = nil
			continue
		}
		line = line[max(n, 1):]
	}
	if items == 0 {
		return quotes
	}
	return quotes + items + columns/2
}

// listMark is the length of the mark of a list item that a line begins with, 0 for
// none.
func listMark(line []byte) int {
	n := 0
	if bytes.IndexByte([]byte("-+*"), line[0]) < 0 {
		for n < len(line) && n < 9 && line[n] >= '0' && line[n] <= '9' {
			n++
		}
		if n == 0 || n == len(line) || line[n] != '.' && line[n] != ')' {
			return 0
		}
	}
	n++
	if n < len(line) && bytes.IndexByte([]byte(" \t\n"), line[n]) < 0 {
		return 0
	}
	return n
}

// isThematicBreak reports whether a line has only - or * marks, which open no list.
func isThematicBreak(line []byte) bool {
	marks := bytes.Join(bytes.Fields(line), nil)
	return len(marks) > 0 && (len(bytes.Trim(marks, "-")) == 0 || len(bytes.Trim(marks, "*")) == 0)
}

// tame returns a text that the parser reads in bounded time. It works block by block: blocks end at
// blank lines or items, where every mark and table ends too.
func tame(data []byte) []byte {
	var out []byte // nil as long as it is the same as data
	for at := 0; at < len(data); {
		end := at + blockEnd(data[at:])
		block := data[at:end]
		if safe := plainMarks(plainTable(block)); out != nil || !bytes.Equal(safe, block) {
			if out == nil {
				out = append(make([]byte, 0, len(data)+len(data)/4), data[:at]...)
			}
			out = append(out, safe...)
		}
		at = end
	}
	if out == nil {
		return data
	}
	return out
}

// blockEnd is where the first block ends, its blank line included.
func blockEnd(data []byte) int {
	end := 0
	for line := range bytes.Lines(data) {
		if end > 0 && beginsItem(line) {
			break
		}
		end += len(line)
		if len(bytes.Trim(line, " \t\n")) == 0 {
			break
		}
	}
	return end
}

// beginsItem reports whether a line is a list item wherever it is. One that is indented further,
// numbered or empty may continue a paragraph.
func beginsItem(line []byte) bool {
	text := bytes.TrimLeft(line, " ")
	return len(line)-len(text) < 4 && len(text) > 2 && bytes.IndexByte([]byte("-+*"), text[0]) >= 0 && text[1] == ' ' && text[2] > ' '
}

// plainTable removes the rules that would make a block a table that is too wide, or that has more
// cells than the block has bytes, since the parser fills up short rows. Without its rule a table is
// text.
func plainTable(block []byte) []byte {
	rows, widest := 0, 0
	for line := range bytes.Lines(block) {
		rows++
		widest = max(widest, ruleWidth(line))
	}
	if widest <= maxColumns && rows*widest <= len(block) {
		return block
	}
	var out []byte
	for line := range bytes.Lines(block) {
		if w := ruleWidth(line); w > maxColumns || rows*w > len(block) {
			continue
		}
		out = append(out, line...)
	}
	return out
}

// ruleWidth is how many columns the line below a table's head has; 0 for any other line.
func ruleWidth(line []byte) int {
	if len(bytes.Trim(line, "|:-> \t\n")) > 0 || !bytes.Contains(line, []byte("-")) {
		return 0
	}
	return bytes.Count(line, []byte("|")) + 1
}

const marks = "[]*_~`<!"

// plainMarks puts a backslash before each mark of a block that has too many.
func plainMarks(block []byte) []byte {
	n, open, deepest := 0, 0, 0
	for _, c := range block {
		if isMark(c) {
			n++
		}
		switch c {
		case '[':
			open++
			deepest = max(deepest, open)
		case ']':
			open = max(0, open-1)
		}
	}
	if n <= maxMarks && n*len(block) <= maxSteps && deepest <= maxOpen {
		return block
	}
	out := make([]byte, 0, len(block)+n)
	for line := range bytes.Lines(block) {
		if isFence(line) {
			out = append(out, line...)
			continue
		}
		escaped := false
		for i, c := range line {
			item := c == '*' && i+1 < len(line) && line[i+1] == ' ' && (i == 0 || line[i-1] == ' ')
			if isMark(c) && !escaped && !item {
				out = append(out, '\\')
			}
			out = append(out, c)
			escaped = c == '\\' && !escaped
		}
	}
	return out
}

func isMark(c byte) bool { return bytes.IndexByte([]byte(marks), c) >= 0 }

// isFence reports whether a line begins or ends a block of code, in which nothing is a mark.
func isFence(line []byte) bool {
	line = bytes.TrimLeft(line, " ")
	rest := bytes.TrimLeft(line, "`")
	return bytes.HasPrefix(line, []byte("~~~")) || len(line)-len(rest) >= 3 && !bytes.Contains(rest, []byte("`"))
}
