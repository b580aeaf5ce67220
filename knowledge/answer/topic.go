package answer

import (
	"slices"
	"strconv"
	"strings"

	"careeradvisor/knowledge/text"
)

// topic is what a question is about, for holding it against others.
type topic struct {
	roles    string // that it names or means, sorted; a comparison is apart
	features []feature
	hinge    *feature // the heaviest word, if it tells anything
	total    float64  // of the features' weights
	wording  string   // where it has no features
}

// feature is a facet that a question asks for, or a word that carries it.
type feature struct {
	stem   string // of the word; of a facet its name behind a colon
	text   string
	weight float64
	alike  []string // stems of synonyms
}

// topicOf reads what a question is about.
func (e *Engine) topicOf(question string) topic {
	r := e.readMessage(question)
	e.assumeRole(r)
	t := topic{roles: rolesKey(r)}
	asks := r.asksPlainly() && !r.facet().whole
	if asks {
		t.add(feature{stem: ":" + r.facet().name, weight: clusterFacet})
	}
	for _, x := range r.terms {
		if !x.carries() || x.optional || x.asks && asks && !r.facets[0].particular {
			continue
		}
		w := x.weight
		if !e.corpus.knows(x.Stem) {
			w = max(w, telling) // be it a common word: what the documents lack is the point of a gap
		}
		t.add(feature{stem: x.Stem, text: x.Text, weight: w, alike: x.alike})
	}
	for _, l := range r.labels {
		t.add(feature{stem: "#" + strconv.Itoa(l), weight: facetWeight})
	}
	t.findHinge()
	if len(t.features) == 0 {
		if t.wording = strings.Join(text.StemsOf(r.words), " "); t.wording == "" {
			t.wording = wordingOf(question)
		}
	}
	return t
}

func (t *topic) add(f feature) {
	t.features = append(t.features, f)
	t.total += f.weight
}

// findHinge finds the word that the question hangs on.
func (t *topic) findHinge() {
	for i := range t.features {
		if f := &t.features[i]; f.text != "" && f.weight >= hingeAt && (t.hinge == nil || f.weight > t.hinge.weight) {
			t.hinge = f
		}
	}
}

func rolesKey(r *reading) string {
	roles := slices.Sorted(slices.Values(r.roles))
	var b strings.Builder
	for _, i := range roles {
		b.WriteString(strconv.Itoa(i) + " ")
	}
	if r.isComparison() {
		b.WriteString("compared ")
	}
	return b.String() + strings.Join(r.foreign, ",")
}

// clusterFacet is what a facet counts in what two questions ask: less than when one
// is answered, since the facet is common and what the documents lack is not.
const clusterFacet = 2.5

// hingeAt is the weight from which on a word is one that a question may hang on.
const hingeAt = 0.6

// shared is how much of what carries two questions is common to both, by weight
// (Jaccard); nothing where the word that one hangs on is not in the other; 1 for two that nothing carries and that are worded alike.
func (t *topic) shared(o *topic, e *Engine) float64 {
	if len(t.features) == 0 || len(o.features) == 0 {
		if len(t.features) == len(o.features) && t.wording == o.wording {
			return 1
		}
		return 0
	}
	if !o.has(t.hinge, e) || !t.has(o.hinge, e) {
		return 0
	}
	common, all := 0.0, t.total+o.total
	for _, f := range t.features {
		for _, g := range o.features {
			if f.means(&g, e) {
				common += min(f.weight, g.weight)
				all -= max(f.weight, g.weight)
				break
			}
		}
	}
	return common / max(all, 1e-9)
}

// has reports whether a topic has a feature, or there is none to have.
func (t *topic) has(f *feature, e *Engine) bool {
	return f == nil || slices.ContainsFunc(t.features, func(g feature) bool { return f.means(&g, e) })
}

// means reports whether two features are the same: a word, its synonym, or a
// misspelling of it that no document could mend.
func (f *feature) means(g *feature, e *Engine) bool {
	if f.stem == g.stem || slices.Contains(f.alike, g.stem) || slices.Contains(g.alike, f.stem) {
		return true
	}
	if len(f.text) <= minRepair || len(g.text) <= minRepair || f.text[0] != g.text[0] || text.HasDigit(f.text) || text.HasDigit(g.text) {
		return false
	}
	d := len(f.text) - len(g.text)
	return d <= 1 && d >= -1 && e.meaning != nil && (e.isEnglish(f.text) != e.isEnglish(g.text)) && text.Distance(f.text, g.text, 1) <= 1
}

// wordingOf is the same for questions that differ in case, signs and spacing only.
func wordingOf(q string) string {
	if ws := text.Texts(text.Words(plainText(q))); len(ws) > 0 {
		return strings.Join(ws, " ")
	}
	return strings.Join(strings.Fields(q), " ") // another script, or signs only
}
