package load

import (
	"strconv"
	"strings"
)

// lastStep is the last step of a section; what stands between it and the next
// number ("2." after "1.") does not end its list.
type lastStep struct {
	number string
	group  int
}

// numberedLine adds the current line, which begins with a number or letter, as a
// heading or a step; it returns false where the line is neither.
func (t *plain) numberedLine(number, text string) bool {
	goesOn := t.last.precedes(number)
	if !goesOn && t.isNumberedHeading(text) {
		t.openSection(t.numbered+strings.Count(number, ".")+1, t.lines[t.at].text)
		return true
	}
	if !goesOn && !t.isStep(number) {
		return false
	}
	if goesOn {
		t.b.group = t.last.group
	} else if !t.inSteps || isFirst(number) && number != t.last.number {
		t.b.newGroup()
	}
	t.inSteps, t.inItems, t.last = true, false, lastStep{number, t.b.group}
	t.b.step(text)
	return true
}

// isNumberedHeading tells a heading ("2. Gain experience", then text) from a step
// ("2. Gain experience." among steps): no full stop, no number on the next line.
func (t *plain) isNumberedHeading(text string) bool {
	next := t.next()
	if t.inSteps || next.text == "" || !looksLikeHeading(text) || strings.HasSuffix(text, ":") {
		return false
	}
	return !numbered.MatchString(next.text) && (isBody(next.text) || bullet.MatchString(next.text))
}

// isStep tells whether the current numbered line belongs to a list: its number
// begins one, or a step stands before it, or another follows.
func (t *plain) isStep(number string) bool {
	return t.inSteps || isFirst(number) || numbered.MatchString(t.next().text)
}

func isFirst(number string) bool { return number == "1" || number == "a" || number == "A" }

// precedes tells whether number is the one after the last step's.
func (l lastStep) precedes(number string) bool {
	if last, err := strconv.Atoi(l.number); err == nil {
		n, err := strconv.Atoi(number)
		return err == nil && n == last+1
	}
	return len(l.number) == 1 && len(number) == 1 && number[0] == l.number[0]+1
}
