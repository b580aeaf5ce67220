package output

import (
	"io"
	"os"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/term"
	"golang.org/x/text/width"
)

// Style is how text is laid out. The zero style is for programs: no line breaks, no
// drawn tables, no colour.
type Style struct {
	Width int  // columns of the terminal; 0 if there is none
	Paint bool // bold and dim
}

// StyleOf is the style for what is written to w.
func StyleOf(w io.Writer) Style {
	f, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return Style{}
	}
	columns, _, err := term.GetSize(int(f.Fd()))
	if err != nil || columns <= 0 {
		columns = 80
	}
	return Style{Width: columns, Paint: os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"}
}

// mostColumns is how wide text gets, since longer lines are hard to read; tables may be wider.
const mostColumns = 100

// paint is how a word looks.
type paint string

const (
	plain paint = ""
	bold  paint = "\x1b[1m"
	dim   paint = "\x1b[2m"
	end         = "\x1b[0m"
)

// fixed is a space at which lines are never broken.
const fixed = "\u00a0"

// word is a piece of text that is never broken across lines.
type word struct {
	text  string
	paint paint
}

// newline is a line break in the text itself.
var newline = word{text: "\n"}

func words(p paint, text string) []word {
	var all []word
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			all = append(all, newline)
		}
		for _, t := range strings.Fields(strings.ReplaceAll(line, fixed, "\x00")) {
			all = append(all, word{strings.ReplaceAll(t, "\x00", fixed), p})
		}
	}
	return all
}

// fold lays words out in lines of the style's width, the first behind one indent and the
// others behind another.
func (s Style) fold(first, rest string, parts ...[]word) []string {
	var lines []string
	indent := first
	for _, line := range s.lines(min(s.Width, mostColumns)-columns(rest), parts...) {
		lines = append(lines, indent+s.painted(line))
		indent = rest
	}
	return lines
}

// lines breaks words into lines of a number of columns; 0 or less means no limit.
func (s Style) lines(most int, parts ...[]word) [][]word {
	lines := [][]word{nil}
	used := 0
	for _, part := range parts {
		for _, w := range part {
			last := len(lines) - 1
			n := columns(w.text)
			switch {
			case w == newline:
				lines, used = append(lines, nil), 0
				continue
			case used == 0:
			case s.Width > 0 && used+1+n > most:
				lines, used = append(lines, nil), 0
				last++
			default:
				n++
			}
			for s.Width > 0 && n > max(most, 1) { // longer than a line, such as an address
				head, tail := cut(w.text, max(most, 1))
				lines[last] = append(lines[last], word{head, w.paint})
				lines = append(lines, nil)
				last++
				w.text, n = tail, columns(tail)
			}
			lines[last] = append(lines[last], w)
			used += n
		}
	}
	return lines
}

// cut splits a text after a number of columns, and after at least one character.
func cut(text string, most int) (head, tail string) {
	at, n := 0, 0
	for i, r := range text {
		n += columns(string(r))
		if n > most && i > 0 {
			break
		}
		at = i + utf8.RuneLen(r)
	}
	return text[:at], text[at:]
}

func (s Style) painted(line []word) string {
	var b strings.Builder
	now := plain
	paint := func(p paint) {
		if !s.Paint || p == now {
			return
		}
		if now != plain {
			b.WriteString(end)
		}
		b.WriteString(string(p))
		now = p
	}
	for i, w := range line {
		if w.paint != now {
			paint(plain)
		}
		if i > 0 {
			b.WriteByte(' ')
		}
		paint(w.paint)
		b.WriteString(strings.ReplaceAll(w.text, fixed, " "))
	}
	paint(plain)
	return b.String()
}

// columns is how wide a text is on a terminal, where East Asian letters take two columns.
func columns(text string) int {
	n := 0
	for _, r := range text {
		if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) { // drawn over the preceding letter
			continue
		}
		switch width.LookupRune(r).Kind() {
		case width.EastAsianWide, width.EastAsianFullwidth:
			n++
		}
		n++
	}
	return n
}
