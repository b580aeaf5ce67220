package load

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"careeradvisor/knowledge"
)

// links finds the titles of documents by the targets of links.
type links struct {
	byPath map[string]string
	byName map[string]string // for wiki links, which name no folder; "" if several have the name
}

func linksTo(docs []knowledge.Document) *links {
	l := &links{map[string]string{}, map[string]string{}}
	for _, d := range docs {
		key := pathKey(d.ID)
		if readme := strings.HasPrefix(strings.ToLower(path.Base(d.ID)), "readme."); !readme || l.byPath[key] == "" {
			l.byPath[key] = d.Title
		}
		name := path.Base(key)
		if _, twice := l.byName[name]; twice {
			l.byName[name] = ""
		} else {
			l.byName[name] = d.Title
		}
	}
	return l
}

// pathKey is the one form that all ways of naming a document's file come down to: no ending, and a
// folder in place of its index page.
func pathKey(p string) string {
	p = strings.ToLower(strings.Trim(path.Clean("/"+p), "/"))
	if formatOf(p) != nil {
		p = strings.TrimSuffix(p, path.Ext(p))
	}
	switch path.Base(p) {
	case "index", "_index", "readme":
		return path.Dir(p)
	}
	return p
}

// title is the title of the document that a link in the document from leads to; "" if it leads to
// none.
func (l *links) title(from, href string) string {
	u, err := url.Parse(href)
	if err != nil || u.Path == "" {
		return ""
	}
	to := u.Path
	if !strings.HasPrefix(to, "/") {
		to = path.Join(path.Dir(from), to)
	}
	if title, ok := l.byPath[pathKey(to)]; ok {
		return title
	}
	if strings.Contains(u.Path, "/") {
		return ""
	}
	return l.byName[pathKey(u.Path)]
}

// titleOf returns a name for a link without text, or with only a path as its text: the title of the
// document that it leads to; "" for other links.
func (b *builder) titleOf(href, text string) string {
	if !isRelative(href) || !isBare(href, strings.TrimSpace(text)) {
		return ""
	}
	if b.links == nil {
		if len(b.bare) < MaxFiles && !slices.Contains(b.bare[max(0, len(b.bare)-10):], href) {
			b.bare = append(b.bare, href)
		}
		return ""
	}
	title := b.links.title(b.doc.ID, href)
	b.linked = append(b.linked, title)
	return title
}

// isRelative reports whether a link stays within the site.
func isRelative(href string) bool {
	if href == "" || strings.HasPrefix(href, "#") || strings.HasPrefix(href, "//") {
		return false
	}
	u, err := url.Parse(href)
	return err == nil && u.Scheme == "" && u.Host == ""
}

// isBare reports whether the text of a link only repeats where it leads.
func isBare(href, text string) bool {
	if text == "" || text == href {
		return true
	}
	return !strings.ContainsAny(text, " \n") && formatOf(text) != nil
}
