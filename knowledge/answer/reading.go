package answer

import (
	"slices"
	"strings"

	"careeradvisor/knowledge/meaning"
)

// reading is what the engine understands of a question.
type reading struct {
	text     string // the question, cleaned
	words    []word // without markup, spelling repaired
	roles    []int  // of the roles it names, in order, each once
	assumed  bool   // it names none, and there is but one that it can mean
	foreign  []string
	labels   []int // passages that it names by their labels
	facets   []asked
	intent   intent
	terms    []term
	repaired [][2]string    // spellings, as written and as read
	vector   meaning.Vector // of the question without the names of roles
	elliptic bool           // it needs the thread's earlier questions
	before   *reading       // of the question that it goes on from, or nil
}

// term is a word that carries the question.
type term struct {
	word
	weight    float64
	asks      bool     // it is part of the words that ask for the facet
	optional  bool     // it helps to rank and need not be met: from a sentence beside the one that asks
	inherited bool     // likewise, from the question before
	placed    bool     // it follows a preposition of place: "in london"
	compound  bool     // it stands right before a word that asks, and the documents do not have it
	alike     []string // stems of its synonyms
}

// facet is the facet that the question asks for most surely, or nil.
func (r *reading) facet() *tableRow {
	if len(r.facets) == 0 {
		return nil
	}
	return r.facets[0].row
}

func (r *reading) asksFor(names ...string) bool {
	f := r.facet()
	for _, n := range names {
		if f != nil && f.name == n {
			return true
		}
	}
	return false
}

// content are the terms beyond those that ask for the facet.
func (r *reading) content() []term {
	var out []term
	for _, t := range r.terms {
		if !t.asks && !t.inherited && !t.optional {
			out = append(out, t)
		}
	}
	return out
}

// read understands one question by itself.
func (e *Engine) read(text string) *reading {
	r := &reading{text: text}
	r.words, r.repaired = e.repair(split(plainText(text)))
	rest, verbs := e.readNames(r)
	r.intent = intentOf(r.words)
	ranked := false
	var bare []string // without names and articles, for matching ways of asking
	for i, w := range rest {
		if kindsOf[w.text] && i+1 < len(rest) && rest[i+1].text == "of" {
			continue // "what sort of person" asks for no list of sorts
		}
		if w.text == "different" && !(i+1 < len(rest) && (rest[i+1].text == "from" || rest[i+1].text == "than" || rest[i+1].text == "to")) {
			continue // "the different types" compares nothing
		}
		if w.text == "level" && len(bare) > 0 && isRank(bare[len(bare)-1]) {
			ranked = true
			continue
		}
		if !articles[w.text] && !adverbs[w.text] {
			bare = append(bare, w.stem)
		}
	}
	r.facets = e.table.match(bare)
	if len(r.facets) == 0 && ranked {
		r.facets = e.table.match([]string{stem("level")}) // "an entry-level job?" asks for the level after all
	}
	if len(r.roles) == 2 && !r.isComparison() {
		r.facets = append(r.facets, asked{row: &e.table.rows[e.table.byID["difference"]], weight: 1, by: map[string]bool{}, particular: true})
	}
	e.weigh(r, rest, verbs)
	e.settleWhole(r, rest, verbs)
	if e.meaning != nil {
		r.vector = e.meaning.Sentence(joinWords(rest))
	}
	r.elliptic = isElliptic(r)
	return r
}

// asksWhatIs tells a question that asks what a role is in so many words: "what is
// a TPM", "… is a TPM what".
func (e *Engine) asksWhatIs(r *reading) bool {
	if len(r.roles) != 1 || len(r.labels) > 0 {
		return false
	}
	for i := 0; i+2 < len(r.words); i++ {
		at := i + 2
		if at < len(r.words) && articles[r.words[at].text] {
			at++
		}
		if (r.words[i].text == "what" || r.words[i].text == "who") && (r.words[i+1].text == "is" || r.words[i+1].text == "are") && at < len(r.words) {
			ws := e.expandAliases(r.words[at:])
			n, _ := e.roleAt(ws, stemsOf(ws), make([]bool, len(ws)), 0)
			return n > 0 && e.endsThere(ws, n)
		}
	}
	return false
}

// endsThere tells whether nothing that matters follows the first n words.
func (e *Engine) endsThere(ws []word, n int) bool {
	for _, w := range ws[n:] {
		if isContent(w) && !chatter[w.text] && e.c.knows(w.stem) {
			return false
		}
	}
	return true
}

// takeForDefinition reads a question as one for the definition of its role; what
// else it says is talk.
func (e *Engine) takeForDefinition(r *reading) {
	r.facets = []asked{{row: &e.table.rows[e.table.byID["definition"]], weight: 1, by: map[string]bool{}}}
	for i := range r.terms {
		r.terms[i].optional = true
	}
}

func joinWords(ws []word) string {
	var texts []string
	for _, w := range ws {
		texts = append(texts, w.text)
	}
	return strings.Join(texts, " ")
}

// settleWhole drops facets that are asked of a role as a whole from a question
// that is about something else, and takes a bare name for the question what it is.
func (e *Engine) settleWhole(r *reading, rest []word, verbs map[string]bool) {
	about := false
	if e.asksWhatIs(r) {
		e.takeForDefinition(r)
		return
	}
	for _, t := range r.content() {
		about = about || t.weight > chatterWeight
	}
	var kept []asked
	for _, a := range r.facets {
		if !a.row.whole || !about {
			kept = append(kept, a)
		}
	}
	if len(kept) == 0 && !about && len(r.roles) > 0 {
		kept = []asked{{row: &e.table.rows[e.table.byID["definition"]], weight: 1}}
	}
	if len(kept) != len(r.facets) {
		r.facets, r.terms = kept, nil
		e.weigh(r, rest, verbs)
	}
}

var kindsOf = set("kind sort type")

var articles = set("a an the some any")
var adverbs = set("actually really basically exactly usually typically normally generally even just all please roughly quickly ever")

// readNames takes the names of labels, roles and other jobs out of the question's
// words, and returns the rest with those that look like verbs; the distinctive
// words of a label stay.
func (e *Engine) readNames(r *reading) (rest []word, verbs map[string]bool) {
	ws := e.expandAliases(r.words)
	stems := stemsOf(ws)
	taken := make([]bool, len(ws))
	e.takeLabels(r, stems, taken)
	for i := 0; i < len(ws); {
		if n, role := e.roleAt(ws, stems, taken, i); n > 0 {
			r.addRole(role)
			if i > 0 && plainQualifiers[ws[i-1].text] {
				taken[i-1] = true // "traditional" product managers are product managers
			}
			for k := i; k < i+n; k++ {
				taken[k] = true
			}
			i += n
			continue
		}
		i++
	}
	verbs, after := map[string]bool{}, map[int]bool{}
	for i, w := range ws {
		if taken[i] {
			after[i+1] = true
			continue
		}
		rest = append(rest, w)
		if isVerb(ws, i, after) {
			verbs[w.text] = true
		}
	}
	r.foreign = e.foreignJobs(r, ws, taken)
	return rest, verbs
}

func (r *reading) addRole(i int) {
	if !slices.Contains(r.roles, i) {
		r.roles = append(r.roles, i)
	}
}

// expandAliases writes the one-word aliases of roles out, so that "SaaS PM" and
// "technical PM" are read as names.
func (e *Engine) expandAliases(ws []word) []word {
	var out []word
	for i, w := range ws {
		name, ok := e.aliasOf[singular(w.text)]
		if !ok || e.heads[singular(w.text)] && qualified(ws[:i]) {
			out = append(out, w)
			continue
		}
		out = append(out, name...)
	}
	return out
}

// qualified tells whether the words before a job noun make it the name of another
// job: "product manager" is not just any manager.
func qualified(before []word) bool {
	if len(before) == 0 {
		return false
	}
	w := before[len(before)-1]
	return !function[w.text] && !chatter[w.text] && !plainQualifiers[w.text] && !ranks[w.text] && !notInJobName[w.text]
}

// takeLabels finds the labels of two or more words ("API product manager") that
// stand in the question.
func (e *Engine) takeLabels(r *reading, stems []string, taken []bool) {
	for n := maxLabel; n >= 2; n-- {
		for at := 0; at+n <= len(stems); at++ {
			found := e.labelled[strings.Join(stems[at:at+n], " ")]
			if len(found) == 0 || anyOf(taken[at:at+n]) {
				continue
			}
			r.labels = append(r.labels, found...)
			for k := at; k < at+n; k++ {
				taken[k] = e.roleWords[stems[k]] // the distinctive words go on to carry the question
			}
		}
	}
}

// roleAt finds the role with the longest name that begins at word i, and how many
// words it has. A job noun alone is a name only where nothing qualifies it.
func (e *Engine) roleAt(ws []word, stems []string, taken []bool, i int) (n, role int) {
	for _, name := range e.namesFrom[stems[i]] {
		n := len(name.stems)
		if i+n > len(stems) || anyOf(taken[i:i+n]) || !slices.Equal(stems[i:i+n], name.stems) {
			continue
		}
		if !isJobNoun(ws[i+n-1].text) && e.endsInJob[name.role] && n > 1 && e.isSecondary(name.role) {
			continue // "product management" is a field, and not just the product manager's
		}
		if !name.head || isJobNoun(ws[i].text) && !qualified(ws[:i]) {
			return n, name.role
		}
	}
	return 0, 0
}

func anyOf(bs []bool) bool {
	for _, b := range bs {
		if b {
			return true
		}
	}
	return false
}

// isRepaired tells a word that the question has only by a repair of its spelling.
func (r *reading) isRepaired(w string) bool {
	for _, pair := range r.repaired {
		if pair[1] == w {
			return true
		}
	}
	return false
}

// foreignJobs finds names of jobs in the question that no document is about.
func (e *Engine) foreignJobs(r *reading, all []word, taken []bool) []string {
	var out []string
	for i, w := range all {
		if taken[i] || !isJobNoun(w.text) || r.isRepaired(w.text) {
			continue
		}
		j := i
		for j > 0 && i-j < 3 && !function[all[j-1].text] && !chatter[all[j-1].text] && !notInJobName[all[j-1].text] {
			j--
		}
		if anyOf(taken[j:i]) && j == i {
			continue
		}
		var parts []string
		for k := j; k < i; k++ {
			if !plainQualifiers[all[k].text] && !ranks[all[k].text] {
				parts = append(parts, all[k].text)
			}
		}
		if len(parts) == 0 && e.c.knows(w.stem) {
			continue // a bare "manager" or "director" names nothing by itself
		}
		if j > 0 && besides[all[j-1].text] && e.stated(stemsOf(all[j:i+1])) {
			continue // "working with data scientists" asks about somebody else
		}
		out = append(out, strings.Join(append(parts, singular(w.text)), " "))
	}
	return out
}

// isPlaced tells a word that stands where a place does: soon after a preposition,
// or last ("salary germany").
func isPlaced(ws []word, i int) bool {
	if i+1 == len(ws) && i > 0 {
		return true
	}
	return i > 0 && places[ws[i-1].text] || i > 1 && places[ws[i-2].text]
}

var places = set("in at near around from")
var belongs = set("of for among")

// endsInRole tells whether the word and the preposition after it stand right
// before the name of a role in the question.
func (e *Engine) endsInRole(r *reading, w, prep word) bool {
	for i := 0; i+2 < len(r.words); i++ {
		if r.words[i].text != w.text || r.words[i+1].text != prep.text {
			continue
		}
		next := i + 2
		if articles[r.words[next].text] {
			next++
		}
		return next < len(r.words) && e.roleWords[r.words[next].stem]
	}
	return false
}

// besides are words after which a job is named that the question is not about.
var besides = set("with by from between and alongside for to like than")

// stated tells whether the documents have the words in a row.
func (e *Engine) stated(stems []string) bool {
	for i := range e.c.passages {
		for u := range e.c.passages[i].units {
			if indexOf(e.c.passages[i].units[u].stems, stems) >= 0 {
				return true
			}
		}
	}
	return false
}

// weigh finds the words that carry the question and how much each does.
func (e *Engine) weigh(r *reading, rest []word, verbs map[string]bool) {
	var asks map[string]bool
	if len(r.facets) > 0 {
		asks = r.facets[0].by
	}
	seen := map[string]bool{}
	for i, w := range rest {
		if function[w.text] || seen[w.stem] || len(w.text) < 2 && !w.named {
			continue
		}
		t := term{word: w, asks: asks[w.stem]}
		t.weight = e.weightOf(w, asks[w.stem], verbs[w.text])
		if i+1 < len(rest) && asks[rest[i+1].stem] && !function[rest[i+1].text] && !chatter[rest[i+1].text] && !t.asks && !e.c.knows(w.stem) && t.weight > chatterWeight {
			t.weight, t.compound = t.weight*compoundFactor, true
		}
		if i+1 < len(rest) && !t.asks && !t.compound && !e.c.knows(w.stem) && t.weight > chatterWeight && isContent(rest[i+1]) && !chatter[rest[i+1].text] && e.c.knows(rest[i+1].stem) {
			t.weight *= nounFactor // "parental leave" is not just any leave
		}
		t.placed = t.weight > chatterWeight && isPlaced(rest, i)
		if i+1 < len(rest) && belongs[rest[i+1].text] && !t.asks && !t.compound && !e.c.knows(w.stem) && t.weight > chatterWeight && e.endsInRole(r, w, rest[i+1]) {
			t.weight, t.compound = t.weight*compoundFactor, true // "the age of a TPM"
		}
		if r.intent == compare && !e.c.knows(w.stem) && t.weight > chatterWeight {
			t.weight *= compoundFactor // what is compared has to be known
		}
		seen[w.stem] = true
		t.alike = e.synonyms.stems[w.stem]
		r.terms = append(r.terms, t)
	}
}
