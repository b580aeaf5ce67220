package rst

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"careeradvisor/knowledge/load/tree"
)

// inline reads marked-up text by the rules of the specification: an opening mark is at the
// beginning or after space or punctuation, and before something other than space; a closing mark is
// the other way round.
type inline struct {
	r     *reader
	text  string
	out   []*html.Node
	plain strings.Builder // text not yet in out

	// endless are the marks that nothing closes any more, so that each is searched for only once.
	endless map[string]bool
}

// inline reads the markup of a text.
func (r *reader) inline(text string) []*html.Node {
	in := &inline{r: r, text: text, endless: map[string]bool{}}
	for at := 0; at < len(text); {
		at += in.step(at)
	}
	in.flush()
	return in.out
}

func (in *inline) flush() {
	if in.plain.Len() > 0 {
		in.out = append(in.out, tree.Text(in.plain.String()))
		in.plain.Reset()
	}
}

func (in *inline) add(nodes ...*html.Node) {
	in.flush()
	in.out = append(in.out, nodes...)
}

// step reads what begins at a byte, and returns how long it is.
func (in *inline) step(at int) int {
	rest := in.text[at:]
	switch rest[0] {
	case '\\':
		return in.escape(rest)
	case '`', '*', '|', '[', ':', '_':
		if in.opens(at) {
			if n := in.markup(at); n > 0 {
				return n
			}
		}
	}
	if isWordByte(rest[0]) && (at == 0 || !isWordByte(in.text[at-1])) {
		if n := in.reference(rest); n > 0 {
			return n
		}
	}
	in.plain.WriteByte(rest[0])
	return 1
}

// escape reads a backslash: what follows is plain text, and a space disappears.
func (in *inline) escape(rest string) int {
	r, n := utf8.DecodeRuneInString(rest[1:])
	if n > 0 && !unicode.IsSpace(r) {
		in.plain.WriteString(rest[1 : 1+n])
	}
	return 1 + n
}

// opens reports whether a mark may begin at a byte, by what is before it.
func (in *inline) opens(at int) bool {
	if at == 0 {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(in.text[:at])
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '`' && r != '*' && r != '_'
}

// marks are the marks that begin marked-up text, longer ones first, and those that end it.
var marks = []struct {
	begin, end string
	make       func(in *inline, inside, after string) int // returns how much of after it takes, or -1
}{
	{"``", "``", (*inline).literal},
	{"**", "**", (*inline).strong},
	{"*", "*", (*inline).emphasis},
	{"|", "|", (*inline).substituted},
	{"_`", "`", (*inline).emphasis},
	{"`", "`", (*inline).interpreted},
}

// literalLink is a link whose text is a literal, which is not in the specification but which pandoc
// writes; longestLink is how long it may be, in bytes.
var literalLink = regexp.MustCompile("^```([^`]+)`` <([^<>`]+)>`__?")

const longestLink = 1000

// markup reads marked-up text at a byte and returns how long it is, or 0 if there is none.
func (in *inline) markup(at int) int {
	rest := in.text[at:]
	if m := literalLink.FindStringSubmatch(rest[:min(len(rest), longestLink)]); m != nil {
		in.add(tree.Set(tree.New(atom.A, tree.New(atom.Code, tree.Text(m[1]))), "href", m[2]))
		return len(m[0])
	}
	if rest[0] == '[' {
		return in.noteMark(rest)
	}
	if rest[0] == ':' {
		return in.roleBefore(rest)
	}
	for _, m := range marks {
		if !strings.HasPrefix(rest, m.begin) {
			continue
		}
		inside, ok := in.inside(rest[len(m.begin):], m.end)
		if !ok {
			if m.begin == "*" || m.begin == "`" {
				break
			}
			continue
		}
		n := len(m.begin) + len(inside) + len(m.end)
		if taken := m.make(in, inside, rest[n:]); taken >= 0 {
			return n + taken
		}
	}
	return 0
}

// longestName is the longest name between bars, in bytes. Without a bound, bars
// that end nothing would be looked for over and over.
const longestName = 200

func (in *inline) inside(text, end string) (string, bool) {
	if end != "|" {
		return in.upTo(text, end)
	}
	defer delete(in.endless, end)
	return in.upTo(text[:min(len(text), longestName)], end)
}

// upTo is what is before the mark that ends text.
func (in *inline) upTo(text, end string) (inside string, ok bool) {
	if text == "" || unicode.IsSpace(rune(text[0])) || in.endless[end] {
		return "", false
	}
	for at := 1; at < len(text); {
		n := strings.Index(text[at:], end)
		if n < 0 {
			break
		}
		at += n
		after, _ := utf8.DecodeRuneInString(text[at+len(end):])
		before := text[at-1]
		escaped := before == '\\' && end != "``"
		if !unicode.IsSpace(rune(before)) && !escaped && !unicode.IsLetter(after) && !unicode.IsDigit(after) {
			return text[:at], true
		}
		at++
	}
	in.endless[end] = true
	return "", false
}

func (in *inline) literal(inside, _ string) int {
	in.add(tree.New(atom.Code, tree.Text(inside)))
	return 0
}

func (in *inline) strong(inside, _ string) int {
	in.add(tree.New(atom.Strong, tree.Text(unescaped(inside))))
	return 0
}

func (in *inline) emphasis(inside, _ string) int {
	in.plain.WriteString(unescaped(inside))
	return 0
}

// substituted reads a name between bars; one that is not known stays as it is.
func (in *inline) substituted(inside, after string) int {
	text, ok := in.r.names.replaced[plainName(inside)]
	if !ok {
		return -1
	}
	in.plain.WriteString(text)
	return len(after) - len(strings.TrimLeft(after, "_"))
}

var noteMark = regexp.MustCompile(`^\[(\d+|#[\w.-]*|\*|[A-Za-z][\w.-]*)\]_`)

// noteMark reads a reference to a footnote, which is not text, or to a citation,
// which is called by its name.
func (in *inline) noteMark(rest string) int {
	m := noteMark.FindStringSubmatch(rest)
	if m == nil {
		return 0
	}
	if first := m[1][0]; first >= 'A' {
		in.plain.WriteString("[" + m[1] + "]")
	} else if s := strings.TrimRight(in.plain.String(), " \n"); s != in.plain.String() {
		in.plain.Reset()
		in.plain.WriteString(s)
	}
	return len(m[0])
}

// longestReference is the longest name that a word may be, in bytes.
const longestReference = 100

// reference reads a word that ends in an underscore and is a name.
func (in *inline) reference(rest string) int {
	n := 0
	rest = rest[:min(len(rest), longestReference)]
	for n < len(rest) && (isWordByte(rest[n]) || n > 0 && strings.IndexByte("-.+:", rest[n]) >= 0 && n+1 < len(rest) && isAlphanumeric(rest[n+1])) {
		n++
	}
	name := strings.TrimRight(rest[:n], "_")
	underscores := n - len(name)
	if underscores == 0 || underscores > 2 || name == "" || !isAlphanumeric(name[0]) {
		return 0
	}
	address := in.r.names.link(name)
	if underscores == 2 {
		address = in.r.names.nextUnnamed()
	}
	in.link(name, address)
	return n
}

// link adds text that leads to an address, text alone if there is none.
func (in *inline) link(text, address string) {
	if address == "" {
		in.plain.WriteString(text)
		return
	}
	in.add(tree.Set(tree.New(atom.A, tree.Text(text)), "href", address))
}

func isWordByte(b byte) bool { return isAlphanumeric(b) || b == '_' || b >= utf8.RuneSelf }

// unescaped resolves backslashes.
func unescaped(s string) string {
	if !strings.Contains(s, `\`) {
		return s
	}
	in := &inline{}
	for at := 0; at < len(s); {
		if s[at] == '\\' {
			at += in.escape(s[at:])
			continue
		}
		in.plain.WriteByte(s[at])
		at++
	}
	return in.plain.String()
}
