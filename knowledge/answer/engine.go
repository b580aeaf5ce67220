package answer

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/meaning"
)

// Searcher finds passages. An engine of its own kind stands behind it; what it
// returns is ranked, the best first.
type Searcher interface {
	Search(ctx context.Context, q knowledge.Query) ([]knowledge.Hit, error)
}

// Engine answers questions from one set of documents. It does not change once it
// is made and may be used by many goroutines at once.
type Engine struct {
	c             *corpus
	table         *table
	roles         []role
	roleWords     map[string]bool   // stems of the names of roles
	aliasOf       map[string][]word // a one-word alias, in singular -> the words of the role's name
	endsInJob     []bool            // of each role: its name ends in a job noun
	heads         map[string]bool   // aliases that are but a job noun
	speller       *speller
	meaning       *meaning.Table  // nil where answers go by words alone
	vectors       [][]unitVectors // of each passage's units; nil without meaning, and for large sets
	synonyms      synonyms
	search        Searcher
	unknownWeight float64 // what a word weighs that the documents do not have
	suggestions   []suggestion
	calibration   Calibration
	ranking       Ranking
	sheets        []sheet
	namesFrom     map[string][]roleName // first stem -> names of roles that begin so, the longest first
	labelled      map[string][]int      // stems of a label, joined -> its passages
	onFacets      map[string][]int      // facet -> sections whose headings speak of it, the surest first
	neutral       []string              // IDs of documents about no role
}

// Options are what an engine may have beside its documents. Its zero value answers
// by words and the built-in synonyms.
type Options struct {
	Meaning  *meaning.Table // sentence vectors, a second signal beside words; nil for none
	Synonyms Synonyms       // of the operator's, beside the built-in ones
	Literal  bool           // leave the built-in synonyms out, for measuring
}

// New makes an engine that answers from docs; search has to search the same.
func New(docs []knowledge.Document, search Searcher, opts Options) *Engine {
	e := &Engine{c: newCorpus(docs), table: newTable(opts.Synonyms.facets()), search: search, meaning: opts.Meaning, calibration: calibrated, ranking: ranking}
	e.roles = findRoles(e.c, e.table, docs)
	e.roleWords, e.heads, e.aliasOf = map[string]bool{}, map[string]bool{}, map[string][]word{}
	for _, r := range e.roles {
		e.learnNames(r)
		ws := strings.Fields(strings.ToLower(r.Name))
		e.endsInJob = append(e.endsInJob, isJobNoun(ws[len(ws)-1]))
	}
	for i := range e.c.sections {
		s := &e.c.sections[i]
		s.facets = e.table.ofHeading(s.heading(), e.roleWords)
	}
	e.synonyms = newSynonyms(opts.Synonyms.all(opts.Literal))
	e.lookUp(docs)
	e.markRoles()
	e.sheets = e.findSheets()
	e.unknownWeight = unknownShare * e.c.idf("")
	e.speller = newSpeller(e.knownWords())
	e.suggestions = e.findSuggestions()
	e.vectors = e.allVectors()
	return e
}

func (e *Engine) learnNames(r role) {
	for _, w := range split(r.Name) {
		e.roleWords[w.stem] = true
	}
	for _, a := range r.Aliases {
		ws := split(a)
		if len(ws) == 1 {
			e.aliasOf[ws[0].text] = split(strings.ToLower(r.Name))
			e.heads[ws[0].text] = isJobNoun(ws[0].text) && ws[0].text != "pm"
			e.roleWords[ws[0].stem] = true
		}
	}
}

// markRoles notes for every unit which roles it names; headings of its section
// count where it names none itself.
func (e *Engine) markRoles() {
	for i := range e.c.passages {
		p := &e.c.passages[i]
		heading := e.rolesIn(e.c.sections[p.section].heading())
		for u := range p.units {
			unit := &p.units[u]
			unit.roles = e.rolesIn(unit.column + ". " + unit.text)
			if len(unit.roles) == 0 {
				unit.roles = heading
			}
			if kind := e.kindOf(p.label); kind >= 0 && !slices.Contains(unit.roles, kind) {
				unit.roles = append(unit.roles[:len(unit.roles):len(unit.roles)], kind)
			}
		}
	}
}

// kindOf is the role that a label names a kind of ("API product manager"), or -1.
func (e *Engine) kindOf(label []string) int {
	best, length := -1, 0
	for i, r := range e.roles {
		for _, n := range r.names {
			if len(n) > length && len(n) < len(label) && slices.Equal(label[len(label)-len(n):], n) {
				best, length = i, len(n)
			}
		}
	}
	return best
}

// rolesIn are the roles that a text names, the longest names first taken.
func (e *Engine) rolesIn(text string) []int {
	ws := e.expandAliases(split(text))
	stems, taken := stemsOf(ws), make([]bool, len(ws))
	var roles []int
	for i := 0; i < len(stems); {
		n, role := e.roleAt(ws, stems, taken, i)
		if n == 0 {
			i++
			continue
		}
		if qualified(ws[:i]) && !isJobNoun(ws[i-1].text) { // a "hardware product manager" is another
			i += n
			continue
		}
		if !slices.Contains(roles, role) {
			roles = append(roles, role)
		}
		i += n
	}
	return roles
}

// knownWords are the words of the documents and of the tables here.
func (e *Engine) knownWords() map[string]int {
	known := map[string]int{}
	for w, n := range e.c.vocab {
		known[w] = n
	}
	more := []map[string]bool{function, chatter, jobNouns, plainQualifiers, ranks, notInJobName, pointsBack}
	for _, row := range smallTalk {
		more = append(more, row.words)
	}
	for _, m := range more {
		for w := range m {
			known[w]++
		}
	}
	for _, w := range strings.Fields(synonymGroups) {
		known[w]++
	}
	for _, row := range e.table.rows {
		f := row.facet
		for _, list := range [][]string{f.ask, f.near, f.head, f.say} {
			for _, p := range list {
				for _, w := range split(p) {
					known[w.text]++
				}
			}
		}
	}
	return known
}

// Roles are the roles that the documents speak of; those that a document is
// about come first.
func (e *Engine) Roles() []knowledge.Role {
	var out []knowledge.Role
	for _, r := range e.roles {
		out = append(out, r.Role)
	}
	return out
}

// Answer answers q. Its error is that of the search engine; not finding is an
// answer of kind Refuse.
func (e *Engine) Answer(ctx context.Context, q knowledge.Question) (knowledge.Answer, error) {
	if a, ok := e.smallTalk(q); ok {
		return a, nil
	}
	r := e.within(e.readAll(q.Text), q.Earlier)
	if a, ok := e.turnDown(r); ok {
		return e.finish(a, r), nil
	}
	e.assumeRole(r)
	if a, ok := e.whichRole(r); ok {
		return e.finish(a, r), nil
	}
	a, err := e.compose(ctx, r)
	if err != nil {
		return knowledge.Answer{}, fmt.Errorf("answering: %w", err)
	}
	return e.finish(a, r), nil
}

// turnDown refuses or asks back before anything is looked up: the question names
// another job, or nothing at all.
func (e *Engine) turnDown(r *reading) (knowledge.Answer, bool) {
	if wantsAction(r.words) {
		return e.refuse(r, nil), true
	}
	if len(r.foreign) > 0 && (len(r.roles) == 0 || len(r.roles) == 1 && r.isComparison()) {
		return e.foreignRole(r), true
	}
	if r.carriesNothing() {
		return e.askBack(r), true
	}
	return knowledge.Answer{}, false
}

func (r *reading) isComparison() bool { return r.intent == compare || r.asksFor("difference") }

// carriesNothing tells a question without role, facet or word that says what it is
// about: "tell me more", out of the blue.
func (r *reading) carriesNothing() bool {
	if len(r.roles) > 0 || len(r.labels) > 0 {
		return false
	}
	for _, t := range r.terms {
		if t.weight > chatterWeight {
			return false
		}
	}
	return len(r.facets) == 0 || r.facets[0].weight < 1
}

// assumeRole takes the documents' only role for a question that names none.
func (e *Engine) assumeRole(r *reading) {
	if len(r.roles) > 0 {
		return
	}
	main := -1
	for i := range e.roles {
		if len(e.roles[i].Docs) == 0 {
			continue
		}
		if main >= 0 {
			return
		}
		main = i
	}
	if main >= 0 {
		r.roles, r.assumed = []int{main}, true
	}
}

// readAll reads a question of several sentences by the one that asks; the words
// of the others help to rank.
func (e *Engine) readAll(text string) *reading {
	parts := clauses(strings.Join(strings.Fields(plainText(text)), " "))
	whole := e.read(text)
	if len(parts) < 2 || len(parts) > maxSentences {
		return whole
	}
	var best *reading
	bestScore := 0.0
	for _, p := range parts {
		r := e.read(p)
		score := 2 * float64(len(r.roles)+len(r.labels))
		if f := r.facet(); f != nil && r.facets[0].weight >= 1 {
			score += r.facets[0].weight
		}
		if score == 0 && !(asksSomething(p) && pointsAtSomething(r.words)) {
			continue // it says nothing by itself: "…, what now?"
		}
		if strings.HasSuffix(p, "?") {
			score++
		}
		if asksSomething(p) {
			score += 2
		} else if opensWith(p, givens) {
			score /= 2 // what is taken for granted is not what is asked
		}
		if score >= bestScore {
			best, bestScore = r, score
		}
	}
	if best == nil {
		return whole
	}
	have := map[string]bool{}
	for _, t := range best.terms {
		have[t.stem] = true
	}
	for _, t := range whole.terms {
		if !have[t.stem] {
			t.optional = true
			best.terms = append(best.terms, t)
		}
	}
	if f := best.facet(); f != nil && f.whole && len(best.facets[0].by) == 0 {
		best.ground(e) // it was taken to ask what the role is, for want of anything else
	}
	if len(best.roles) == 0 {
		best.roles, best.foreign = whole.roles, whole.foreign
	}
	best.elliptic = best.elliptic && whole.elliptic
	return best
}

// ground lets the words beside the sentence that asks carry the question, where
// documents have them and it says nothing itself: "I'm ambitious. Good for me?"
func (r *reading) ground(e *Engine) {
	any := false
	for i := range r.terms {
		if t := &r.terms[i]; t.optional && t.weight > chatterWeight && e.c.knows(t.stem) {
			t.optional, any = false, true
		}
	}
	if any {
		r.facets = nil
	}
}

// maxSentences is how many sentences of a question are weighed one by one.
const maxSentences = 8
