package rst

import (
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"careeradvisor/knowledge/load/tree"
)

var bulletMark = regexp.MustCompile(`^[-*+•‣⁃](?: +|$)`)

// bullets reads a list whose items all have the same mark.
func (c *cursor) bullets() bool {
	mark := bulletMark.FindString(c.lines[c.at])
	if mark == "" {
		return false
	}
	kind := strings.TrimSpace(mark)
	list := tree.New(atom.Ul)
	c.add(list)
	for c.skipBlank() {
		mark := bulletMark.FindString(c.lines[c.at])
		if strings.TrimSpace(mark) != kind || mark == "" {
			break
		}
		c.item(list, len(mark))
	}
	return true
}

func (c *cursor) item(list *html.Node, column int) {
	li := tree.New(atom.Li)
	c.inner(li, c.hanging(column))
	list.AppendChild(li)
}

var numberMark = regexp.MustCompile(`^(\(?)([0-9]{1,9}|[a-zA-Z]|[ivxlcdm]{2,9}|[IVXLCDM]{2,9}|#)([.)])(?: +|$)`)

// number is the mark of a numbered item.
type number struct {
	around string // "." or ")" or "()"
	text   string
	width  int // with the spaces after it
}

func numberOf(l string) (number, bool) {
	m := numberMark.FindStringSubmatch(l)
	if m == nil || m[1] == "(" && m[3] != ")" {
		return number{}, false
	}
	return number{m[1] + m[3], m[2], len(m[0])}, true
}

// numbers reads a list of numbered items, in figures, letters or Roman numerals. If the line below
// is neither blank, indented nor an item, as in "A. Einstein was / a physicist", there is no list.
func (c *cursor) numbers() bool {
	first, ok := numberOf(c.lines[c.at])
	if !ok || !first.isItem(c.line(1)) {
		return false
	}
	list := tree.New(atom.Ol)
	if n := first.value(first); n != 1 {
		tree.Set(list, "start", strconv.Itoa(n))
	}
	c.add(list)
	next := first.value(first)
	for c.skipBlank() {
		n, ok := numberOf(c.lines[c.at])
		if !ok || n.around != first.around || n.text != "#" && n.value(first) != next || !n.isItem(c.line(1)) {
			break
		}
		c.item(list, n.width)
		next++
	}
	return true
}

// isItem reports whether a number begins an item, by the line below it.
func (n number) isItem(below string) bool {
	if below == "" || indentOf(below) >= n.width {
		return true
	}
	_, ok := numberOf(below)
	return ok
}

var roman = map[byte]int{'i': 1, 'v': 5, 'x': 10, 'l': 50, 'c': 100, 'd': 500, 'm': 1000}

// value is the value of a number in a list that begins with first: "i" is one if it begins the
// list, and nine in a list of letters.
func (n number) value(first number) int {
	if n.text == "#" {
		return 1
	}
	if v, err := strconv.Atoi(n.text); err == nil {
		return v
	}
	text, begin := strings.ToLower(n.text), strings.ToLower(first.text)
	if len(text) == 1 && begin != "i" && len(begin) == 1 {
		return int(text[0]-'a') + 1
	}
	sum := 0
	for i := range len(text) {
		v := roman[text[i]]
		if i+1 < len(text) && roman[text[i+1]] > v {
			v = -v
		}
		sum += v
	}
	return sum
}

// definitions reads terms, each with what is indented below it.
func (c *cursor) definitions() bool {
	if below := c.line(1); below == "" || below[0] != ' ' {
		return false
	}
	list := tree.New(atom.Dl)
	for c.skipBlank() {
		term, below := c.lines[c.at], c.line(1)
		if term[0] == ' ' || below == "" || below[0] != ' ' || strings.HasPrefix(term, ".. ") || bulletMark.MatchString(term) {
			break
		}
		c.at++
		c.pair(list, c.r.inline(term), c.indented())
	}
	if list.FirstChild == nil {
		return false
	}
	c.add(list)
	return true
}

// pair adds a term and its definition.
func (c *cursor) pair(list *html.Node, term []*html.Node, lines []string) {
	dd := tree.New(atom.Dd)
	c.inner(dd, lines)
	list.AppendChild(tree.New(atom.Dt, term...))
	list.AppendChild(dd)
}

var fieldMark = regexp.MustCompile(`^:((?:[^:\\]|\\.|:[^ \x60])+):(?: +|$)`)

// fields reads a list of names in colons, each with its text.
func (c *cursor) fields() bool {
	if !fieldMark.MatchString(c.lines[c.at]) {
		return false
	}
	list := tree.New(atom.Dl)
	for c.skipBlank() {
		m := fieldMark.FindStringSubmatch(c.lines[c.at])
		if m == nil {
			break
		}
		if block := c.field(len(m[0])); strings.TrimSpace(strings.Join(block, "")) != "" {
			c.pair(list, c.r.inline(m[1]), block)
		}
	}
	if list.FirstChild != nil {
		c.add(list)
	}
	return true
}

var optionMark = regexp.MustCompile(`^(?:(?:-[a-zA-Z0-9]|--[a-zA-Z0-9][\w-]*|/[A-Z])(?:[ =]?(?:[a-zA-Z][\w-]*|<[^>]+>))?(?:, )?)+(?:  +|$)`)

// options reads a list of a program's options.
func (c *cursor) options() bool {
	if m := optionMark.FindString(c.lines[c.at]); m == "" || len(m) == len(c.lines[c.at]) && indentOf(c.line(1)) == 0 {
		return false
	}
	list := tree.New(atom.Dl)
	c.add(list)
	for c.skipBlank() {
		m := optionMark.FindString(c.lines[c.at])
		if m == "" {
			break
		}
		c.pair(list, []*html.Node{tree.Text(strings.TrimSpace(m))}, c.field(len(m)))
	}
	return true
}
