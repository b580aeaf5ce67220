package plain

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"careeradvisor/knowledge/load/tree"
)

// lastStep is the last step of a section; text between it and the next number ("2." after "1.")
// does not end its list but belongs to the step.
type lastStep struct {
	number string
	list   *html.Node
}

// numberedLine adds the current line, which begins with a number or letter, as a
// heading or a step; it returns false if the line is neither.
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
		t.takeIn()
	} else if isFirst(number) && number != t.last.number {
		t.open = nil
	}
	t.item(atom.Ol, text)
	t.last = lastStep{number, t.open}
	return true
}

// takeIn moves what follows the last step into it, and opens its list again.
func (t *plain) takeIn() {
	t.open = t.last.list
	if t.open.NextSibling == nil {
		return
	}
	inside := tree.New(atom.Div)
	for t.open.NextSibling != nil {
		n := t.open.NextSibling
		t.body.RemoveChild(n)
		inside.AppendChild(n)
	}
	t.open.LastChild.AppendChild(inside)
}

// isNumberedHeading distinguishes a heading ("2. Gain experience", then text) from a step ("2. Gain
// experience." among steps): a heading has no full stop, and no number on the next line.
func (t *plain) isNumberedHeading(text string) bool {
	next := t.next()
	if t.inSteps() || next.text == "" || !looksLikeHeading(text) || strings.HasSuffix(text, ":") {
		return false
	}
	return !numbered.MatchString(next.text) && (isBody(next.text) || bullet.MatchString(next.text))
}

// isStep reports whether the current numbered line belongs to a list: its number
// begins one, or a step is before it, or another follows.
func (t *plain) isStep(number string) bool {
	return t.inSteps() || isFirst(number) || numbered.MatchString(t.next().text)
}

func isFirst(number string) bool { return number == "1" || number == "a" || number == "A" }

// precedes reports whether number comes right after that of the last step.
func (l lastStep) precedes(number string) bool {
	if last, err := strconv.Atoi(l.number); err == nil {
		n, err := strconv.Atoi(number)
		return err == nil && n == last+1
	}
	return len(l.number) == 1 && len(number) == 1 && number[0] == l.number[0]+1
}
