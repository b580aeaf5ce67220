package docx

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"careeradvisor/knowledge/load/tree"
)

// A document has about a dozen elements per line, and tables in tables in text boxes are about
// forty deep.
const (
	maxElements = 1_000_000
	maxDepth    = 200
)

// element is an XML element, such as "w:p" of WordprocessingML, whatever prefix its file gives it.
// text is set if it holds no elements.
type element struct {
	name   string
	attr   []xml.Attr
	inside []*element
	text   string
}

// get returns an attribute by its local name, or "" if it is not there. "val" of <w:pStyle
// w:val="Title"/> is "Title".
func (e *element) get(name string) string {
	if e != nil {
		for _, a := range e.attr {
			if a.Name.Local == name {
				return a.Value
			}
		}
	}
	return ""
}

// find returns the first element inside along a path of names; nil if there is none.
func (e *element) find(names ...string) *element {
	for _, name := range names {
		var found *element
		if e != nil {
			for _, in := range e.inside {
				if in.name == name {
					found = in
					break
				}
			}
		}
		e = found
	}
	return e
}

// on reports whether e is a switch that is on: <w:b/> and <w:b w:val="1"/>, not
// <w:b w:val="0"/>.
func (e *element) on() bool {
	v := e.get("val")
	return e != nil && v != "0" && v != "false" && v != "off" && v != "none"
}

// prefixes are the conventional prefixes of Word's namespaces, by the end of their names, since the
// strict ones begin differently.
var prefixes = []struct{ end, prefix string }{
	{"/wordprocessingml/2006/main", "w:"},
	{"/wordprocessingml/main", "w:"},
	{"/officeDocument/2006/math", "m:"},
	{"/officeDocument/math", "m:"},
	{"/markup-compatibility/2006", "mc:"},
	{"schemas-microsoft-com:vml", "v:"},
}

// parser turns XML into elements. Entity declarations are skipped, and an entity that XML itself
// does not have is an error.
type parser struct {
	in    *xml.Decoder
	names map[xml.Name]string // of elements, put together once
	count int
}

func newParser(data []byte) *parser {
	p := &parser{in: xml.NewDecoder(bytes.NewReader(data)), names: map[xml.Name]string{}}
	p.in.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil } // parts are UTF-8
	return p
}

// parse reads a whole part.
func parse(data []byte) (*element, error) {
	p := newParser(data)
	start, err := p.start()
	if err != nil {
		return nil, &tree.Fault{What: damaged, Cause: err}
	}
	e, err := p.element(start, 0)
	if err != nil {
		return nil, &tree.Fault{What: damaged, Cause: err}
	}
	return e, nil
}

// each reads what is directly in the first element called parent, one element at a time, so that a
// long document is never in memory all at once.
func each(data []byte, parent string, do func(*element) error) error {
	p := newParser(data)
	for {
		start, err := p.start()
		if err != nil {
			return &tree.Fault{What: damaged, Cause: err}
		}
		if p.name(start.Name) == parent {
			break
		}
	}
	for {
		t, err := p.in.Token()
		if err != nil {
			return &tree.Fault{What: damaged, Cause: err}
		}
		switch t := t.(type) {
		case xml.EndElement:
			return nil
		case xml.StartElement:
			e, err := p.element(t, 0)
			if err != nil {
				return &tree.Fault{What: damaged, Cause: err}
			}
			if err := do(e); err != nil {
				return err
			}
		}
	}
}

// start finds the next element that begins.
func (p *parser) start() (xml.StartElement, error) {
	for {
		t, err := p.in.Token()
		if err != nil {
			return xml.StartElement{}, err
		}
		if s, ok := t.(xml.StartElement); ok {
			return s, nil
		}
	}
}

var (
	errTooMany = errors.New("more than a million elements")
	errTooDeep = errors.New("elements more than 200 deep")
)

func (p *parser) element(start xml.StartElement, depth int) (*element, error) {
	if p.count++; p.count > maxElements {
		return nil, errTooMany
	}
	if depth > maxDepth {
		return nil, errTooDeep
	}
	e := &element{name: p.name(start.Name), attr: start.Copy().Attr}
	var text []byte // comments split it
	for {
		t, err := p.in.Token()
		if err != nil {
			return nil, err
		}
		switch t := t.(type) {
		case xml.StartElement:
			in, err := p.element(t, depth+1)
			if err != nil {
				return nil, err
			}
			e.inside = append(e.inside, in)
		case xml.CharData:
			if len(e.inside) == 0 {
				text = append(text, t...)
			}
		case xml.EndElement:
			if len(e.inside) == 0 {
				e.text = string(text)
			}
			return e, nil
		}
	}
}

func (p *parser) name(n xml.Name) string {
	if name, ok := p.names[n]; ok {
		return name
	}
	name := n.Local
	for _, x := range prefixes {
		if strings.HasSuffix(n.Space, x.end) {
			name = x.prefix + n.Local
		}
	}
	p.names[xml.Name{Space: strings.Clone(n.Space), Local: strings.Clone(n.Local)}] = name
	return name
}
