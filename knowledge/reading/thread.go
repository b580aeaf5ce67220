package reading

import (
	"slices"
	"strings"

	"careeradvisor/knowledge/text"
)

// Behind reads a question as a follow-up to the last one that says what it is about. Whoever it
// names replaces whoever the earlier one named: "what does a TPM4 do?", "and a TPM6?".
func (r *Reader) Behind(s string, earlier []string) *Question {
	own, last := r.parse(s), r.parse(topic(earlier))
	q := last
	switch now, before := own.text.names, last.text.names; {
	case len(now) > 0 && len(before) > 0:
		q = r.parse(last.text.with(own.text.written()[0], before[len(before)-1]))
	case len(before) > 0:
		if turned := r.roles.Turn(last.Named[0], text.Words(own.text.text)); turned != last.Named[0] {
			q = r.parse(last.text.with(r.roles.Name(turned), before[0]))
		}
	}
	before := last.text.text
	q.Own, q.Carried = s, true
	if len(own.Named)+len(own.Foreign) > 0 {
		q.Named = own.Named
	}
	if len(own.Foreign) > 0 || !q.Against { // what was set beside a job still is
		q.Foreign = own.Foreign
	}
	asks := own.text.aspects() > 0
	if len(own.Named) == 0 || asks {
		q.text = r.phrase(strings.TrimRight(q.text.text, "?!. ") + ", " + own.text.text)
	}
	if !asks {
		q.Also = nil
		return r.finish(q, q.text)
	}
	q.Also = append(append(q.Also, own.Also...), before)
	return r.finish(q, own.text)
}

// topic is what a thread is about: the last question that says so, with what followed it.
func topic(earlier []string) string {
	var said []string
	for _, q := range slices.Backward(earlier) {
		said = append(said, Tidy(q).Whole)
		if text.Content(q) > 1 {
			break
		}
	}
	slices.Reverse(said)
	return strings.TrimSpace(strings.Join(said, " "))
}
