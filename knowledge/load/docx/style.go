package docx

import (
	"strconv"
	"strings"
)

// role is the role that its style gives a paragraph.
type role int

const (
	plain role = iota
	title
	heading // its level is beside it
	code
	quote
	term
	definition
	contents // a line of a table of contents
)

// roles are the styles that say what a paragraph is, by the names that they have in files of every
// language. Terms and definitions are pandoc's; Word has none.
var roles = map[string]role{
	"title":              title,
	"html preformatted":  code,
	"source code":        code,
	"preformatted text":  code,
	"quote":              quote,
	"intense quote":      quote,
	"block text":         quote,
	"quotations":         quote,
	"definition term":    term,
	"definition":         definition,
	"list heading":       term,
	"list contents":      definition,
	"toc heading":        contents,
	"contents heading":   contents,
	"table of contents":  contents,
	"table of figures":   contents,
	"table of authority": contents,
}

// style is what a paragraph gets from its style, including the styles that one is based on, or sets
// itself. A missing setting is "".
type style struct {
	role    role
	level   int // of a heading, from 1
	num     string
	depth   string // w:ilvl
	left    string // indent in twentieths of a point
	bold    string // "on" or "off"
	outline string
}

// styles are the paragraph and character styles by their IDs.
type styles struct {
	raw      map[string]*element
	made     map[string]style
	standard string // ID of the paragraph style of paragraphs that name none
}

// maxBased is how many styles may be based on one another; Word allows as many.
const maxBased = 11

func stylesOf(root *element) *styles {
	s := &styles{raw: map[string]*element{}, made: map[string]style{}}
	for _, e := range root.inside {
		if e.name != "w:style" {
			continue
		}
		s.raw[e.get("styleId")] = e
		if e.get("type") == "paragraph" && e.get("default") != "" && e.get("default") != "0" {
			s.standard = e.get("styleId")
		}
	}
	return s
}

// of returns the style with an ID, or the default style for "".
func (s *styles) of(id string) style {
	if id == "" {
		id = s.standard
	}
	made, ok := s.made[id]
	if !ok {
		made = s.make(id, maxBased)
		s.made[id] = made
	}
	return made
}

func (s *styles) make(id string, deep int) style {
	e := s.raw[id]
	if e == nil || deep == 0 {
		return style{}
	}
	var st style
	if based := e.find("w:basedOn").get("val"); based != "" && based != id {
		st = s.make(based, deep-1)
	}
	if name := strings.ToLower(strings.TrimSpace(e.find("w:name").get("val"))); name != "" {
		if r, level := roleOf(name); r != plain {
			st.role, st.level = r, level
		}
	}
	return st.with(e.find("w:pPr")).bolder(e.find("w:rPr"))
}

// roleOf is the role that the name of a style stands for; some, such as "heading 2" or "toc 3", have a number.
func roleOf(name string) (role, int) {
	if r, ok := roles[name]; ok {
		return r, 1
	}
	kind, number, _ := strings.Cut(name, " ")
	level, err := strconv.Atoi(number)
	switch {
	case err != nil || level < 1 || level > 9:
		return plain, 0
	case kind == "heading":
		return heading, level
	case kind == "toc" || kind == "contents":
		return contents, level
	}
	return plain, 0
}

// with adds the properties of a paragraph.
func (st style) with(p *element) style {
	if p == nil {
		return st
	}
	set := func(to *string, v string) {
		if v != "" {
			*to = v
		}
	}
	if p.find("w:numPr") != nil {
		st.left = "" // its list's indent counts, not that of the style below
	}
	set(&st.num, p.find("w:numPr", "w:numId").get("val"))
	set(&st.depth, p.find("w:numPr", "w:ilvl").get("val"))
	set(&st.outline, p.find("w:outlineLvl").get("val"))
	ind := p.find("w:ind")
	set(&st.left, ind.get("left"))
	set(&st.left, ind.get("start"))
	if level, err := strconv.Atoi(st.outline); err == nil && (st.role == plain || st.role == heading) {
		st.role, st.level = plain, 0
		if level >= 0 && level < 9 { // 9 is body text
			st.role, st.level = heading, level+1
		}
	}
	return st
}

// bolder adds the properties of a run of text.
func (st style) bolder(r *element) style {
	if b := r.find("w:b"); b != nil {
		st.bold = map[bool]string{true: "on", false: "off"}[b.on()]
	}
	return st
}
