package rst

import (
	"regexp"
	"strings"

	"golang.org/x/net/html/atom"

	"careeradvisor/knowledge/load/tree"
)

var (
	roleBefore = regexp.MustCompile("^:([A-Za-z](?:[\\w]|[-.+:]\\w)*):`")
	roleAfter  = regexp.MustCompile(`^:([A-Za-z](?:[\w]|[-.+:]\w)*):`)
	angled     = regexp.MustCompile(`(?s)^(.*?)\s*<([^<>]*)>$`)
)

// longestRole is the longest name of a role, in bytes.
const longestRole = 100

// roleBefore reads text that follows a role.
func (in *inline) roleBefore(rest string) int {
	m := roleBefore.FindStringSubmatch(rest[:min(len(rest), longestRole)])
	if m == nil {
		return 0
	}
	inside, ok := in.upTo(rest[len(m[0]):], "`")
	if !ok {
		return 0
	}
	in.role(m[1], inside)
	return len(m[0]) + len(inside) + 1
}

// interpreted reads text between backquotes, with a role or an underscore after it, or with
// neither.
func (in *inline) interpreted(inside, after string) int {
	if m := roleAfter.FindStringSubmatch(after[:min(len(after), longestRole)]); m != nil {
		in.role(m[1], inside)
		return len(m[0])
	}
	underscores := len(after) - len(strings.TrimLeft(after, "_"))
	if underscores == 0 {
		in.plain.WriteString(unescaped(inside))
		return 0
	}
	text, address := inside, ""
	if m := angled.FindStringSubmatch(inside); m != nil {
		text, address = m[1], strings.Join(strings.Fields(m[2]), "")
		if name, ok := strings.CutSuffix(address, "_"); ok {
			address = in.r.names.link(strings.Trim(name, "`"))
		}
		if text == "" {
			text = m[2]
		}
	} else if underscores > 1 {
		address = in.r.names.nextUnnamed()
	} else {
		address = in.r.names.link(inside)
	}
	in.link(unescaped(text), address)
	return underscores
}

// role adds the text of a role. A reference to a section or another document is shown by its own
// text, or else by the section's title.
func (in *inline) role(name, inside string) {
	short := name[strings.LastIndex(name, ":")+1:]
	text, target := strings.TrimLeft(inside, "!~"), ""
	if m := angled.FindStringSubmatch(inside); m != nil && m[1] != "" && !in.r.names.rawRoles[name] {
		text, target = m[1], m[2]
	}
	switch {
	case in.r.names.sideRoles[name]:
	case in.r.names.rawRoles[name]:
		in.add(in.r.rawHTML(inside))
	case short == "doc":
		if target == "" {
			in.add(tree.Set(tree.New(atom.A), "href", text+".rst"))
		} else {
			in.link(unescaped(text), target+".rst")
		}
	case short == "ref" && target == "" && in.r.names.titles[plainName(text)] != "":
		in.plain.WriteString(unescaped(in.r.names.titles[plainName(text)]))
	case short == "code" || short == "literal" || short == "file" || short == "samp" || short == "command":
		in.add(tree.New(atom.Code, tree.Text(text)))
	case short == "sup" || short == "superscript":
		in.add(tree.New(atom.Sup, tree.Text(unescaped(text))))
	case short == "sub" || short == "subscript":
		in.add(tree.New(atom.Sub, tree.Text(unescaped(text))))
	case short == "strong":
		in.add(tree.New(atom.Strong, tree.Text(unescaped(text))))
	default:
		in.plain.WriteString(unescaped(text))
	}
}
