package reading

import (
	"slices"

	"careeradvisor/knowledge/text"
)

// Quantity is what a question wants counted; the zero value means nothing.
type Quantity struct {
	any  bool   // it asks for a number
	time bool   // a span or a point of time: "how long", "how many weeks"
	of   string // the stem of what is counted: "how many engineers"
}

var (
	amounts  = text.Set("many much long often old big large far soon high tall late")
	spans    = text.Set("long often old soon late")
	units    = text.StemSet(text.Set("second minute hour day week month year quarter decade night"))
	regular  = text.StemSet(text.Set("daily weekly monthly yearly annual quarterly"))
	numerals = text.Set("half two three four five six seven eight nine ten eleven twelve")
)

// quantityOf is the quantity that a question asks for: "how long", "how many days".
func quantityOf(q string) (out Quantity) {
	ws := text.Words(q)
	at := slices.IndexFunc(ws, func(w text.Word) bool { return w.Text == "how" })
	if at < 0 || at+1 == len(ws) || !amounts[ws[at+1].Text] {
		return Quantity{}
	}
	out = Quantity{any: true, time: spans[ws[at+1].Text]}
	if ws[at+1].Text == "many" && at+2 < len(ws) {
		out.of = ws[at+2].Stem
		out.time = units[out.of]
	}
	return out
}

// IsMet reports whether there is nothing to count, or one of the texts has a number of this kind.
func (q Quantity) IsMet(texts []string) bool { return !q.any || slices.ContainsFunc(texts, q.isIn) }

// isIn reports whether a text has a number of this kind: one before a unit of time, one that counts
// what is asked, or any.
func (q Quantity) isIn(s string) bool {
	ws := text.Words(s)
	for i, w := range ws {
		if q.time && regular[w.Stem] {
			return true
		}
		if !text.HasDigit(w.Text) && !numerals[w.Text] && !(q.time && text.IsArticle(w.Text)) && w.Text != "one" {
			continue
		}
		isOf := func(w text.Word) bool { return q.time && units[w.Stem] || !q.time && w.Stem == q.of }
		if !q.time && q.of == "" || slices.ContainsFunc(ws[i+1:min(i+4, len(ws))], isOf) {
			return true
		}
	}
	return false
}
