package pdf

import (
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"careeradvisor/knowledge/load/tree"
)

// openItem is an item of a list that has not ended yet.
type openItem struct {
	list, item *html.Node
	left       float64 // of its mark
}

// mark is the bullet or number that an item begins with.
type mark struct {
	text string
	left float64
	rest []piece // the text of the line
}

var (
	// Word writes the characters of its Symbol and Wingdings fonts in the private use area.
	bulletMark = regexp.MustCompile(`^(?:[•◦▪‣●○■□❖➢✓➤·∙]|[\x{f000}-\x{f0ff}]|[-–—*](?:\s|$)|o$)\s*`)
	numberMark = regexp.MustCompile(`^\(?(\d{1,3}|[a-z]|[ivx]{2,4})[.)](?:\s+|$)`)
)

// markOf finds the mark that a row begins with, in a piece of its own or with the
// text.
func markOf(r row) (mark, bool) {
	pieces := r.pieces()
	first := strings.TrimLeft(pieces[0].text, " ")
	found := bulletMark.FindString(first)
	if found == "" {
		found = numberMark.FindString(first)
	}
	if found == "" {
		return mark{}, false
	}
	m := mark{text: strings.TrimSpace(found), left: r.left()}
	if len(found) < len(first) {
		p := pieces[0]
		share := float64(len(found)) / float64(len(first))
		p.text, p.left = first[len(found):], p.left+(p.right-p.left)*share
		m.rest = append([]piece{p}, pieces[1:]...)
	} else {
		m.rest = pieces[1:]
	}
	if len(m.rest) == 0 {
		return mark{}, false
	}
	return m, true
}

// isItem reports whether a mark at the beginning of a line really marks an item: within an open
// paragraph a dash may just happen to begin a line, and a number counts only if it is 1 or
// continues the list.
func (l *layout) isItem(m mark, rows []row) bool {
	r := rows[0]
	inText := len(l.text) > 0 && len(l.items) == 0 && l.goesOn(r)
	number := numberMark.FindStringSubmatch(m.text)
	if number == nil {
		return !inText || !strings.ContainsAny(m.text, "-–—*")
	}
	if l.isNext(number[1], m.left) {
		return true
	}
	return !inText && (number[1] == "1" || number[1] == "a" || number[1] == "i")
}

// isNext reports whether a number continues an open list whose marks are at the same place.
func (l *layout) isNext(number string, left float64) bool {
	for _, o := range l.items {
		if o.list.DataAtom == atom.Ol && near(o.left, left) {
			return number != "1"
		}
	}
	n, err := strconv.Atoi(number)
	return err == nil && n > 1 && n == l.lastNumber()+1
}

// lastNumber is the number of the last item of the last list, if that was numbered.
func (l *layout) lastNumber() int {
	list := l.into.LastChild
	for ; list != nil && list.DataAtom != atom.Ol; list = list.PrevSibling {
		if list.DataAtom != atom.P {
			return 0
		}
	}
	if list == nil {
		return 0
	}
	n, err := strconv.Atoi(tree.Attr(list, "start"))
	if err != nil {
		n = 1
	}
	for li := list.FirstChild; li != nil && li.NextSibling != nil; li = li.NextSibling {
		n++
	}
	return n
}

func near(a, b float64) bool { return a-b < 4 && b-a < 4 }

// item begins an item: of the list whose marks are directly above its own, or of one inside or
// after it.
func (l *layout) item(m mark, rows []row) {
	l.paragraph()
	for len(l.items) > 0 && l.items[len(l.items)-1].left > m.left && !near(l.items[len(l.items)-1].left, m.left) {
		l.items = l.items[:len(l.items)-1]
	}
	name := atom.Ul
	number := numberMark.FindStringSubmatch(m.text)
	if number != nil {
		name = atom.Ol
	}
	var list *html.Node
	if last := len(l.items) - 1; last >= 0 && near(l.items[last].left, m.left) {
		if l.items[last].list.DataAtom == name {
			list = l.items[last].list
		}
		l.items = l.items[:last]
	}
	if list == nil {
		list = tree.New(name)
		if number != nil && number[1] != "1" {
			if _, err := strconv.Atoi(number[1]); err == nil {
				tree.Set(list, "start", number[1])
			}
		}
		l.at().AppendChild(list)
	}
	li := tree.New(atom.Li)
	list.AppendChild(li)
	l.items = append(l.items, openItem{list, li, m.left})
	r := rowOf(m.rest)
	r.zone = rows[0].zone
	l.line(append([]row{r}, rows[1:]...))
}

// at is where paragraphs and lists go: the innermost item, or the page.
func (l *layout) at() *html.Node {
	if len(l.items) > 0 {
		return l.items[len(l.items)-1].item
	}
	return l.into
}

// outdent ends the items that a line is outside of, since it begins to the left of their text.
func (l *layout) outdent(r row) {
	for len(l.items) > 0 && r.left() < l.items[len(l.items)-1].left+0.5*r.size {
		l.items = l.items[:len(l.items)-1]
	}
}
