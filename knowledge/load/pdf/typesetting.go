package pdf

import (
	"bytes"
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"careeradvisor/knowledge/load/tree"
)

// typesetting undoes what was done to the text to fit it into lines.
type typesetting struct {
	words      map[string]bool // those that are in lines
	hyphenates bool            // words are hyphenated at the ends of lines
}

// someParted is how many words must be split before a program is taken to have done it: an author's
// own hyphens can also end a line.
const someParted = 3

func typesettingOf(pages []page) *typesetting {
	t := &typesetting{words: map[string]bool{}}
	for _, p := range pages {
		for _, x := range p.pieces {
			for _, w := range strings.FieldsFunc(x.text, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' }) {
				t.words[strings.ToLower(w)] = true
			}
		}
	}
	parted := 0
	for _, p := range pages {
		for i := 1; i < len(p.pieces); i++ {
			head, ok := strings.CutSuffix(strings.TrimRight(p.pieces[i-1].text, " "), "-")
			if !ok || sameLine(p.pieces[i-1], p.pieces[i]) {
				continue
			}
			if head, tail := lastWord([]byte(head)), firstWord(p.pieces[i].text); t.words[head+tail] || !t.words[head] || !t.words[tail] {
				parted++
			}
		}
	}
	t.hyphenates = parted >= someParted
	return t
}

// sameLine reports whether two pieces are on one line.
func sameLine(a, b piece) bool {
	return a.page == b.page && math.Abs(a.base-b.base) < 0.6*max(a.size, b.size)
}

// join is the text of pieces in their order, lines after one another.
func (t *typesetting) join(pieces []piece) string {
	var text []byte
	for i, p := range pieces {
		if i > 0 {
			text = t.between(text, pieces[i-1], p)
		}
		text = append(text, p.text...)
	}
	return string(text)
}

// between adds whatever belongs between two pieces to the text; a hyphen that splits a word is removed.
func (t *typesetting) between(text []byte, before, p piece) []byte {
	if sameLine(before, p) {
		if p.left-before.right > 0.25*p.size && !strings.HasSuffix(before.text, " ") {
			return append(text, ' ')
		}
		return text
	}
	text = bytes.TrimRight(text, " ")
	head, parted := bytes.CutSuffix(text, []byte("-"))
	first, _ := utf8.DecodeRuneInString(p.text)
	switch {
	case !parted || !unicode.IsLetter(first) && !unicode.IsDigit(first):
		return append(text, ' ')
	case unicode.IsLower(first) && t.wasWhole(lastWord(head), firstWord(p.text)):
		return head
	}
	return text
}

// wasWhole reports whether a hyphen at the end of a line splits a word, unlike the one in "part-time".
func (t *typesetting) wasWhole(head, tail string) bool {
	return t.words[head+tail] || t.hyphenates && !t.words[head+"-"+tail]
}

func lastWord(text []byte) string {
	at := bytes.LastIndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' })
	if at >= 0 {
		_, n := utf8.DecodeRune(text[at:])
		text = text[at+n:]
	}
	return strings.ToLower(string(text))
}

func firstWord(s string) string {
	if at := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }); at >= 0 {
		s = s[:at]
	}
	return strings.ToLower(s)
}

// inline is the text of pieces with bold parts marked as such.
func (t *typesetting) inline(pieces []piece) []*html.Node {
	var nodes []*html.Node
	for len(pieces) > 0 {
		n := 1
		for n < len(pieces) && (pieces[n].bold == pieces[0].bold || strings.TrimSpace(pieces[n].text) == "") {
			n++
		}
		text := tree.Text(t.join(pieces[:n]))
		if pieces[0].bold {
			text = tree.New(atom.Strong, text)
		}
		nodes = append(nodes, text)
		if n < len(pieces) {
			nodes = append(nodes, tree.Text(t.gap(pieces[n-1], pieces[n])))
		}
		pieces = pieces[n:]
	}
	return nodes
}

// gap is what goes between two pieces of different weight.
func (t *typesetting) gap(a, b piece) string {
	if !sameLine(a, b) && !strings.HasSuffix(a.text, "-") {
		return " "
	}
	if sameLine(a, b) && b.left-a.right > 0.25*b.size {
		return " "
	}
	return ""
}

// lines is the text of pieces with their lines kept: code.
func (t *typesetting) lines(pieces []piece) string {
	var b strings.Builder
	for i, p := range pieces {
		if i > 0 && !sameLine(pieces[i-1], p) {
			b.WriteByte('\n')
		}
		b.WriteString(p.text)
	}
	return b.String()
}
