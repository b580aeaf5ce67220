package rst

import (
	"regexp"
	"strconv"
	"strings"
)

// names holds everything that a text refers to by name, wherever it is defined.
type names struct {
	links     map[string]string // addresses by name
	unnamed   []string          // addresses of references without a name, in their order
	titles    map[string]string // of the sections that labels precede
	replaced  map[string]string // text by the name between bars
	rawRoles  map[string]bool   // roles whose text is HTML
	sideRoles map[string]bool   // roles whose text is in a format other than HTML
}

var (
	targetLine  = regexp.MustCompile("^\\.\\. _(`(?:[^`])+`|(?:[^:\\\\]|\\\\.|:[^ ])+):(?: +(.*))?$")
	unnamedLine = regexp.MustCompile(`^(?:\.\. __:|__) +(.*)$`)
	substitute  = regexp.MustCompile(`^\.\. \|([^|]+)\| +([\w-]+)::(?: +(.*))?$`)
	roleLine    = regexp.MustCompile(`^\.\. role:: *([\w-]+) *\( *raw *\)`)
	formatLine  = regexp.MustCompile(`^:format: *(.*)$`)
)

// namesOf looks for names on every line, however deep it is.
func namesOf(lines []string) *names {
	n := &names{map[string]string{}, nil, map[string]string{}, map[string]string{}, map[string]bool{}, map[string]bool{}}
	for i, l := range lines {
		l = strings.TrimLeft(l, " ")
		if !strings.HasPrefix(l, "..") && !strings.HasPrefix(l, "__") {
			continue
		}
		n.target(l, lines[i+1:])
		if m := unnamedLine.FindStringSubmatch(l); m != nil {
			n.unnamed = append(n.unnamed, strings.Join(strings.Fields(m[1]), ""))
		}
		if m := substitute.FindStringSubmatch(l); m != nil {
			n.substitution(m, lines[i+1:])
		}
		if m := roleLine.FindStringSubmatch(l); m != nil {
			roles := n.sideRoles
			if len(lines) > i+1 && isHTML(formatLine.FindStringSubmatch(strings.TrimSpace(lines[i+1]))) {
				roles = n.rawRoles
			}
			roles[m[1]] = true
		}
	}
	return n
}

func isHTML(format []string) bool { return format != nil && strings.Contains(format[1], "html") }

// target takes a name for an address, or for the section that follows.
func (n *names) target(l string, below []string) {
	m := targetLine.FindStringSubmatch(l)
	if m == nil {
		return
	}
	name := plainName(strings.Trim(m[1], "`"))
	if address := strings.Join(append(strings.Fields(m[2]), furtherLines(below)...), ""); address != "" {
		n.links[name] = address
		return
	}
	for range maxAliases { // labels of one section
		for len(below) > 2 && below[0] == "" {
			below = below[1:]
		}
		if len(below) > 2 && strings.HasPrefix(below[0], ".. _") {
			below = below[1:]
		}
	}
	if len(below) > 2 {
		if _, title, ok := adornedTitle(below[0], below[1], below[2]); ok > 0 {
			n.titles[name] = title
		}
	}
}

// furtherLines are the words of the lines that are indented below one.
func furtherLines(below []string) []string {
	var words []string
	for _, l := range below {
		if l == "" || l[0] != ' ' {
			break
		}
		words = append(words, strings.Fields(l)...)
	}
	return words
}

// substitution takes the text that replaces a name between bars: text as such, or characters by
// their codes. An image has no text.
func (n *names) substitution(m, below []string) {
	text := strings.Join(append(strings.Fields(m[3]), furtherLines(below)...), " ")
	switch m[2] {
	case "replace":
		n.replaced[plainName(m[1])] = text
	case "unicode":
		n.replaced[plainName(m[1])] = characters(text)
	default:
		n.replaced[plainName(m[1])] = ""
	}
}

// characters reads "0xA9", "U+2014" and "&#x2014;" as characters, and the rest as
// text, up to a comment.
func characters(text string) string {
	text, _, _ = strings.Cut(text, " .. ")
	var b strings.Builder
	for _, f := range strings.Fields(text) {
		code := f
		for _, prefix := range []string{"0x", "x", `\x`, "U+", "u", `\u`, "&#x"} {
			if rest, ok := strings.CutPrefix(f, prefix); ok {
				code = strings.TrimSuffix(rest, ";")
			}
		}
		if r, err := strconv.ParseUint(code, 16, 21); err == nil && code != f {
			b.WriteRune(rune(r))
		} else if r, err := strconv.ParseUint(f, 10, 21); err == nil {
			b.WriteRune(rune(r))
		} else {
			b.WriteString(f)
		}
	}
	return b.String()
}

// plainName is a name in a form that can be compared: case and spaces do not count.
func plainName(s string) string {
	return strings.ToLower(strings.Join(strings.Fields(strings.ReplaceAll(s, `\`, "")), " "))
}

// maxAliases is how many names may refer to one another.
const maxAliases = 8

// link is the address that a name stands for; "" if it has none.
func (n *names) link(name string) string {
	for range maxAliases {
		address := n.links[plainName(name)]
		alias, ok := strings.CutSuffix(address, "_")
		if !ok {
			return address
		}
		name = strings.Trim(alias, "`")
	}
	return ""
}

// nextUnnamed is the address of the next reference without a name.
func (n *names) nextUnnamed() string {
	if len(n.unnamed) == 0 {
		return ""
	}
	first := n.unnamed[0]
	n.unnamed = n.unnamed[1:]
	return first
}
