package answer

import (
	"context"
	"slices"
	"strings"

	"careeradvisor/knowledge/text"
)

// leaning is how much surer the answer to a short question must be on its own than
// together with the question before it.
const leaning = 0.25

// inThread reads a question by itself and, where there was one before, behind that one;
// what the documents answer better was meant. One that says nothing but a name, or
// grammar, can only lean on the one before.
func (e *Engine) inThread(ctx context.Context, s string, earlier []string) (*finding, error) {
	if len(earlier) == 0 {
		return e.find(ctx, e.read(s))
	}
	behind, err := e.find(ctx, e.carry(s, earlier))
	if err != nil || e.aspects(s) == 0 {
		return behind, err
	}
	alone, err := e.find(ctx, e.read(s))
	if err != nil {
		return nil, err
	}
	if behind.confidence > alone.confidence-leaning/float64(e.aspects(s)) {
		return behind, nil
	}
	return alone, nil
}

// aspects counts the words of a question that carry meaning and name nobody.
func (e *Engine) aspects(s string) int {
	rest, from := "", 0
	for _, m := range e.mentions(s) {
		rest += " " + s[from:m.From]
		from = m.To
	}
	return content(rest + " " + s[from:])
}

// carry reads a question behind the last one that says what it is about. Whom it names
// takes the place of whom that one named: "what does a TPM4 do?", "and a TPM6?".
func (e *Engine) carry(s string, earlier []string) *reading {
	before := ""
	for _, q := range slices.Backward(earlier) {
		before = tidy(q).whole + " " + before
		if hasContent(q) && content(q) > 1 {
			break
		}
	}
	before = strings.TrimSpace(before)
	own, last := e.read(s), e.read(before)
	asked := s
	s, before = own.text, last.text // in words that the documents have
	r := e.read(before)
	r.own, r.carried = asked, true
	ms := e.mentions(before)
	switch now := e.mentions(s); {
	case len(now) > 0 && len(ms) > 0:
		from, to := ms[len(ms)-1].From, ms[len(ms)-1].To
		put := s[now[0].From:now[0].To]
		r = e.read(before[:from] + put + before[to:])
		r.own, r.carried = asked, true
		r.named = own.named
	case len(now) > 0:
		r.named = own.named
	case len(ms) > 0:
		if turned := e.roles.Turn(last.named[0], text.Words(s)); turned != last.named[0] {
			r = e.read(before[:ms[0].From] + e.roles.Name(turned) + before[ms[0].To:])
			r.own, r.carried = asked, true
		}
	}
	if len(own.foreign) > 0 || !r.against { // what is set beside a job goes on being so
		r.foreign = own.foreign
	}
	if len(own.named) == 0 || e.aspects(s) > 0 {
		r.text = strings.TrimRight(r.text, "?!. ") + ", " + s
	}
	r.words, r.also = s, append(append(r.also, own.also...), before)
	if e.aspects(s) == 0 {
		r.words, r.also = r.text, nil
	}
	return r
}
