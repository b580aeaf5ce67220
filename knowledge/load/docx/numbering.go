package docx

import (
	"strconv"
	"strings"
)

// A level is one depth of a list, and how items are marked there.
type level struct {
	ordered bool
	blank   bool // its items show no mark: they continue the item before
	start   int
	left    int // indent in twentieths of a point
}

// list is a numbered definition: paragraphs that name it are its items.
type list struct{ levels [9]level }

// listsOf reads numbering.xml: abstract lists, and the lists that refer to them by their IDs.
func listsOf(root *element, st *styles) map[string]*list {
	abstract, linked := map[string]*element{}, map[string]string{}
	nums := map[string]*element{}
	for _, e := range root.inside {
		switch e.name {
		case "w:abstractNum":
			abstract[e.get("abstractNumId")] = e
			linked[e.get("abstractNumId")] = e.find("w:numStyleLink").get("val")
		case "w:num":
			nums[e.get("numId")] = e
		}
	}
	lists := map[string]*list{}
	for id, n := range nums {
		from := n.find("w:abstractNumId").get("val")
		if style := linked[from]; style != "" { // the levels are in the list style
			if by := nums[st.of(style).num]; by != nil {
				from = by.find("w:abstractNumId").get("val")
			}
		}
		lists[id] = listOf(abstract[from], n)
	}
	return lists
}

func listOf(abstract, num *element) *list {
	l := &list{}
	if abstract != nil {
		for _, e := range abstract.inside {
			l.set(e)
		}
	}
	for _, o := range num.inside {
		if o.name != "w:lvlOverride" {
			continue
		}
		if over := o.find("w:lvl"); over != nil {
			l.set(over)
		}
		if at, ok := depthOf(o.get("ilvl")); ok {
			if start, err := strconv.Atoi(o.find("w:startOverride").get("val")); err == nil {
				l.levels[at].start = start
			}
		}
	}
	return l
}

// set reads a <w:lvl>.
func (l *list) set(e *element) {
	at, ok := depthOf(e.get("ilvl"))
	if e.name != "w:lvl" || !ok {
		return
	}
	format, mark := e.find("w:numFmt").get("val"), e.find("w:lvlText").get("val")
	n := level{start: 1, ordered: format != "bullet" && format != "none"}
	n.blank = !n.ordered && strings.TrimSpace(mark) == "" && e.find("w:lvlPicBulletId") == nil
	if start, err := strconv.Atoi(e.find("w:start").get("val")); err == nil {
		n.start = start
	}
	n.left = twips(e.find("w:pPr", "w:ind").get("left"), e.find("w:pPr", "w:ind").get("start"))
	l.levels[at] = n
}

func depthOf(s string) (int, bool) {
	if s == "" {
		return 0, true
	}
	n, err := strconv.Atoi(s)
	return n, err == nil && n >= 0 && n < 9
}

// twips is the first valid length of several; a twip is a twentieth of a point.
func twips(lengths ...string) int {
	for _, s := range lengths {
		if n, err := strconv.Atoi(s); err == nil {
			return n
		}
	}
	return 0
}
