package library

import (
	"context"
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/load"
)

// Entry is an answer that a person gives because the documents have none.
type Entry struct {
	Question string
	Answer   string // plain text, paragraphs separated by empty lines
	Source   string // in words or as a URL, may be empty
	By       string // who wrote it
	Owner    string // who keeps it, by their name in Slack; may be empty
}

// maxQuestion is the length, in characters, of the longest question that can head a document: the
// longest name of a section.
const maxQuestion = 300

// entryMarkdown makes a document of an entry: the question is its title and the heading over the
// answer, as in an FAQ. Whatever people wrote stays text, except that lines that begin like list
// items become a list.
func entryMarkdown(e Entry, day string) ([]byte, error) {
	question := asQuestion(strings.Join(strings.Fields(knowledge.Visible(e.Question)), " "))
	source := strings.Join(strings.Fields(knowledge.Visible(e.Source)), " ")
	by := strings.Join(strings.Fields(knowledge.Visible(e.By)), " ")
	if source == "" {
		source = by
	}
	front, err := yaml.Marshal(struct {
		Title, Source, Date, Author string
		Owner                       string `yaml:",omitempty"`
	}{question, source, day, by, e.Owner})
	if err != nil {
		return nil, fmt.Errorf("write front matter: %w", err)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "---\n%s---\n\n# %s\n\n", front, escapeMarkdown(question))
	for _, part := range answerParts(e.Answer) {
		b.WriteString(part.mark + escapeMarkdown(part.text) + "\n")
		if part.last {
			b.WriteByte('\n')
		}
	}
	return []byte(b.String()), nil
}

// answerPart is a paragraph, or an item or a step of a list.
type answerPart struct {
	mark string // "" for a paragraph
	text string
	last bool // of its list
}

var (
	itemLine = regexp.MustCompile(`^[-*•]\s+(\S.*)$`)
	stepLine = regexp.MustCompile(`^\d{1,2}[.)]\s+(\S.*)$`)
)

// answerParts reads an answer: paragraphs are separated by empty lines and by lists.
func answerParts(text string) []answerPart {
	var parts []answerPart
	steps := 0
	add := func(mark, text string) {
		if n := len(parts); n > 0 && (mark == "") != (parts[n-1].mark == "") {
			parts[n-1].last = true
		}
		parts = append(parts, answerPart{mark: mark, text: text, last: mark == ""})
	}
	goesOn := false // the line before is in the same paragraph
	for _, line := range strings.Split(knowledge.Visible(text), "\n") {
		line = strings.Join(strings.Fields(line), " ")
		item, step := itemLine.FindStringSubmatch(line), stepLine.FindStringSubmatch(line)
		switch {
		case line == "":
			goesOn = false
			continue
		case item != nil:
			add("- ", item[1])
		case step != nil:
			steps++
			add(fmt.Sprintf("%d. ", steps), step[1])
		case goesOn:
			parts[len(parts)-1].text += " " + line
			continue
		default:
			add("", line)
		}
		goesOn = item == nil && step == nil
		if step == nil {
			steps = 0
		}
	}
	return parts
}

// escapeMarkdown escapes every character that Markdown could take for markup.
func escapeMarkdown(text string) string {
	var b strings.Builder
	for _, r := range text {
		if r < utf8.RuneSelf && unicode.IsPrint(r) && !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != ' ' {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// readBack parses a document that was just made, and reports whether the whole answer is in it:
// otherwise a line that the loader skips would be lost without anyone noticing.
func readBack(ctx context.Context, f load.File, e Entry) error {
	doc, err := new(load.Parser).Parse(ctx, f)
	if err != nil {
		return &knowledge.Error{Say: "I can't make a document of that answer: please write a sentence or two.", Cause: err}
	}
	var got, want strings.Builder
	for _, p := range doc.Passages() {
		got.WriteString(p.Text)
	}
	for _, p := range answerParts(e.Answer) {
		want.WriteString(p.text)
	}
	if lettersOf(got.String()) != lettersOf(want.String()) {
		return &knowledge.Error{Say: "I would have to leave out part of that answer: please write sentences, without lines that are only a link or repeat the question."}
	}
	return nil
}

// lettersOf are a text's letters and digits, by which two readings of it are compared.
func lettersOf(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, text)
}

// asQuestion is a question as a heading that ends in a question mark. People often leave the mark
// out, and without one the engine does not see that a heading asks.
func asQuestion(text string) string {
	text = strings.TrimRight(text, ".!?…,;: ")
	if lettersOf(text) == "" {
		text = "An open question"
	}
	return shorten(text, maxQuestion-1) + "?"
}

// shorten cuts text to n characters, with an ellipsis if something is missing.
func shorten(text string, n int) string {
	if utf8.RuneCountInString(text) <= n {
		return text
	}
	return strings.TrimSpace(string([]rune(text)[:n-1])) + "…"
}

// slug makes text fit for a file's name: only letters and digits that every keyboard has.
func slug(text string) string {
	const longest = 60
	var b strings.Builder
	for _, r := range strings.ToLower(text) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
		if b.Len() >= longest {
			break
		}
	}
	if s := strings.Trim(b.String(), "-"); s != "" {
		return s
	}
	return "answer"
}
