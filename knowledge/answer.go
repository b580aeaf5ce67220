package knowledge

import (
	"strconv"
	"strings"
)

// MaxAnswer is how long the text of an answer may be, in characters: it fits on a phone screen or
// two, and is half of what Slack recommends for a message.
const MaxAnswer = 2000

// AnswerKind says how an answer deals with the question.
type AnswerKind string

// The kinds of answer.
const (
	Answered AnswerKind = "answer"  // says what the documents say
	Refuse   AnswerKind = "refuse"  // says that the documents do not say
	Clarify  AnswerKind = "clarify" // asks back which of a few things is meant
	Help     AnswerKind = "help"    // small talk, and what the advisor can do
	Silent   AnswerKind = "silent"  // says nothing: the message overheard is not a question that the documents answer
)

// Shape is the form in which an answer's points are shown.
type Shape string

// The shapes of an answer.
const (
	Prose Shape = "prose" // sentences, one point a paragraph
	List  Shape = "list"  // unordered points
	Steps Shape = "steps" // ordered points
	Table Shape = "table" // points are rows, with a cell for each of Columns
)

// Answer is a reply. If its kind is [Answered], every Text of its Points (including nested ones)
// and Cells, and the Lead if LeadCites is not empty, appears word for word in the passages it
// cites. All of it is plain text, not yet escaped for any medium, and Text() is at most MaxAnswer
// characters.
type Answer struct {
	Kind        AnswerKind
	Lead        string // the sentence before the points; may be empty
	LeadCites   []int  // indexes into Citations
	Shape       Shape
	Columns     []string // of a table: the roles or things compared
	Points      []Point
	Also        []Point      // shown after the points, as prose: how other documents put it, each under its title, or what follows a list
	Note        string       // shown last: what is left out or not answered, or that the answer may be another question's; may be empty
	Citations   []Citation   // in the order of their first use
	Suggestions []string     // questions that the advisor can answer next: after an answer, or as the choices of a Clarify
	Confidence  float64      // 0 to 1; how sure the engine is that the documents answer the question
	Why         *Explanation // how it came about; nil for small talk
	Generation  string       // of the documents that it is from; "" if it has no name
}

// Point is one thing that an answer says.
type Point struct {
	Label string // what the point is about, may be empty
	Text  string // of a prose, list or steps answer
	Code  bool   // Text is a block of code, which keeps its lines
	Cites []int  // indexes into Answer.Citations
	Cells []Cell // of a table answer: one for each of Answer.Columns; an empty cell says nothing

	Inside []Point // what is nested in it: the sub-steps of a step, the list that the text announces
}

// Cell is one cell of a comparison.
type Cell struct {
	Text  string
	Cites []int // indexes into Answer.Citations
}

// Text is what a person reads, without the list of sources: paragraphs and lists are plain text,
// and a table is one block per row.
func (a Answer) Text() string {
	var b strings.Builder
	line := func(parts ...string) {
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		for _, p := range parts {
			b.WriteString(p)
		}
	}
	if a.Lead != "" {
		line(a.Lead)
	}
	for i, p := range a.Points {
		line(a.Shape.Mark(i), Labelled(p.Label, p.Text))
		for j, c := range p.Cells {
			if c.Text != "" && j < len(a.Columns) {
				line("  ", Labelled(a.Columns[j], c.Text))
			}
		}
		inside(p.Inside, "  ", line)
	}
	for _, p := range a.Also {
		line(Labelled(p.Label, p.Text))
	}
	if a.Note != "" {
		line(a.Note)
	}
	return b.String()
}

// inside writes the points nested in another as a list, one level further in.
func inside(ps []Point, indent string, line func(...string)) {
	for _, p := range ps {
		if p.Code {
			line(indent, strings.ReplaceAll(p.Text, "\n", "\n"+indent))
			continue
		}
		line(indent, "• ", Labelled(p.Label, p.Text))
		inside(p.Inside, indent+"  ", line)
	}
}

// Mark comes before the i-th point: a bullet, or its number.
func (s Shape) Mark(i int) string {
	switch s {
	case List:
		return "• "
	case Steps:
		return strconv.Itoa(i+1) + ". "
	}
	return ""
}

// Marks are the numbers of a text's citations, as people read them: " [1, 3]"; empty if there are
// none.
func (a Answer) Marks(cites []int) string {
	var numbers []string
	for _, c := range cites {
		if c >= 0 && c < len(a.Citations) {
			numbers = append(numbers, strconv.Itoa(c+1))
		}
	}
	if len(numbers) == 0 {
		return ""
	}
	return " [" + strings.Join(numbers, ", ") + "]"
}

// InWords lists names the way a sentence does, with a word such as "and" before the last: "a, b and c".
func InWords(names []string, word string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " " + word + " " + names[len(names)-1]
}

// Labelled is a text with its label in front; either may be empty.
func Labelled(label, text string) string {
	switch {
	case label == "":
		return text
	case text == "":
		return label
	case strings.HasSuffix(label, "?"):
		return label + " " + text
	}
	return label + ": " + text
}
